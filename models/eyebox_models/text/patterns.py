"""The notations of values, as rules in the order in which they claim a place of a line."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from eyebox_models.text.notations import amount_value, date_value, is_card, is_iban, is_isbn, phone_value

Kind = Literal["email", "url", "phone", "date", "amount", "id"]

_TLD = r"com|org|net|edu|gov|io|cn|de|uk|fr|jp|ru|info|biz|app|dev|ai|eu|xyz"
_TLD_AFTER_WWW = (
    rf"{_TLD}|[a-z]{{2}}|academy|aero|agency|art|asia|bank|berlin|blog|cafe|care|cat|center|cloud|club|company|coop|design"
    r"|digital|email|fun|games|gmbh|group|hamburg|health|hotel|int|jobs|koeln|legal|life|link|live|london|media|mil|mobi"
    r"|museum|name|network|news|nyc|online|page|paris|post|pro|restaurant|services|shop|site|software|solutions|space|store"
    r"|studio|swiss|systems|team|tech|tel|today|tokyo|top|travel|university|vip|website|wien|wiki|work|world"
)
_URL = r"[\w\-.~:/?#\[\]@!$&'()*+,;=%|]"
_MONTH = (
    r"(?:jan(?:uary|uar|vier)?|ene(?:ro)?|feb(?:ruary|ruar|rero)?|fev(?:rier)?|mar(?:ch|s|z|zo)?|apr(?:il)?|avr(?:il)?"
    r"|abr(?:il)?|may|mai|mayo|june?|juni?|juin|junio|july?|juli?|juil(?:let)?|julio|aug(?:ust)?|aout|ago(?:sto)?"
    r"|sept?(?:ember|embre|iembre)?|oct(?:ober|obre|ubre)?|okt(?:ober)?|nov(?:ember|embre|iembre)?"
    r"|dec(?:ember|embre)?|dez(?:ember)?|dic(?:iembre)?)\b\.?"
)
_FULL_DATE = r"\d\d?[-/.]\d\d?[-/.]\d{4}"
_CN_DIGIT = "[〇零一二三四五六七八九十]"
_NUMBER = (
    r"(?:[1-9]\d{0,2}(?:[,.'’ ]\d{3})+(?:[.,]\d{1,2})?|[1-9]\d?(?:,\d{2})+,\d{3}(?:\.\d{1,2})?|0[.,]\d+"
    r"|\d+(?:[.,]\d{1,2})?)(?![.,'’]?\d)"
)
_ODD_NUMBER = r"\d[\d.,'’]*\d"
_GROUPED = r"(?:[1-9]\d{0,2}(?:,\d{3})+(?:\.\d{1,2})?|[1-9]\d{0,2}(?:\.\d{3})+(?:,\d{1,2})?|\d+[.,]\d{2})"
_CODE = (
    r"USD|EUR|GBP|CNY|RMB|JPY|IDR|HKD|TWD|NTD|KRW|INR|AUD|CAD|CHF|SGD|MYR|THB|VND|PHP|BRL|MXN|RUB|SEK|NOK|DKK|PLN|CZK"
    r"|HUF|TRY|ZAR|NZD|AED"
)
_SYMBOL = r"(?:(?:US|HK|NT|A|C|S|R|NZ)?\$|[€£¥₹₩₽₺₫฿₱₦₴₪])"
_BEFORE = rf"(?:{_SYMBOL}|\b(?:{_CODE}|Rp\.?|Rs\.?|RM)|人民币|金额:?)"
_TIMES = r"(?:\s?(?:million|billion|thousand|mn|bn|[kKM](?![\w])|万|亿|千))?"
_AFTER = rf"(?:{_SYMBOL}|(?:{_CODE}|euros?|dollars?|yuan|cents?|pounds?|yen|kr|zl)\b|(?:美|欧|港|日|澳|加)?元|[圆円块]|英镑)"
_UNIT = r"(?:%|‰|°|℃|(?:[kcm]?m|[km]?g|m?l|[KMGT]i?B|[KMG]?Hz|px|pt|m?s|min|h|hrs?|Uhr|am|pm|in|ft|lbs?|oz|kWh|k?[VAW])\b)"
_TOKEN = r"[A-Z0-9][A-Z0-9/_-]*(?:[ -]\d[A-Z0-9-]*)*"
_ID_NOUN = (
    r"invoice|order|receipt|ref(?:erence)?|tracking|transaction|txn|account|acct|customer|client|member(?:ship)?|booking"
    r"|confirmation|reservation|ticket|case|policy|serial|model|part|item|batch|lot|p\.?o\.?|purchase order|bill|che(?:que|ck)"
    r"|licen[cs]e|passport|registration|reg|vat|tax|student|employee|patient|contract|application|imei|sku|document|doc"
)
_ID_LABEL = (
    rf"(?:\b(?:{_ID_NOUN})\s*(?:no\b\.?|nr\b\.?|num(?:ber)?\b\.?|#|id\b|code\b)|\b(?:{_ID_NOUN})(?=\s*[:#])|\bS/?N(?=\s*[:#])"
    r"|\bI\.?D\.?(?:\s*(?:no\b\.?|number\b))?(?=\s*[:#])"
    r"|[\u4e00-\u9fff]{0,8}?(?:编号|单号|号码|代码|识别号|账号|帐号|卡号|证号|学号|工号|批号|货号|票号|订单号|序列号|流水号))"
)
_PHONE_LABEL = (
    r"(?:\b(?:tele?phone|tel|phone|mobile|mob|cell|fax|call|whatsapp|hotline)\b|电话|手机|传真|热线|联系方式)"
)


@dataclass(frozen=True, slots=True)
class Rule:
    """A notation of one kind; `value` gives what is meant, or None when it is none after all."""

    kind: Kind
    pattern: re.Pattern[str]
    value: Callable[[str], str | None]


def _joined(text: str) -> str:
    return "".join(text.split())


def _address(text: str) -> str:
    return re.sub(r",(?=\w)", ".", _joined(text))


def identifier(text: str) -> str | None:
    """An identifier without its spaces, None for what has no digit or is a date."""
    joined = _joined(text)
    return joined if len(joined) >= 3 and any(c.isdigit() for c in joined) and not date_value(text) else None


def _mixed(text: str) -> str | None:
    digits, letters = sum(c.isdigit() for c in text), sum(c.isalpha() for c in text)
    return text if digits >= 4 and letters and digits + letters >= 8 else None


def _checked(check: Callable[[str], bool]) -> Callable[[str], str | None]:
    return lambda text: _joined(text) if check(text) else None


def _as_it_is(text: str) -> str:
    """A number whose groups fit no notation: a part of it would be another number."""
    return text


def _bare_domain(text: str) -> str | None:
    host = text.split("/")[0]
    ending = host.rpartition(".")[2]
    return text if ending.islower() or host.isupper() else None


def _rule(kind: Kind, pattern: str, value: Callable[[str], str | None]) -> Rule:
    return Rule(kind, re.compile(pattern, re.IGNORECASE | re.ASCII), value)


def _exact_rule(kind: Kind, pattern: str, value: Callable[[str], str | None]) -> Rule:
    return Rule(kind, re.compile(pattern, re.ASCII), value)


RULES = (
    _rule("email", r"[\w.%+-]+@(?:[\w-]+\.)+[a-z]{2,24}\b", _joined),
    _rule("email", rf"[\w.%+-]+ ?@ ?[\w-]+(?:(?: ?\. ?|,)[\w-]+)*(?: ?\. ?|,)(?:{_TLD})\b", _address),
    _rule("url", rf"\b(?:https?|ftp) ?: ?/ ?/ ?{_URL}+", _joined),
    _rule("url", rf"\bwww ?\. ?(?:[\w-]+\.)+(?:{_TLD_AFTER_WWW})\b(?![@\w-])(?:[/:?#]{_URL}*)?", _joined),
    _rule("url", rf"(?<![@\w.-])(?:[a-z0-9-]+\.)+(?:{_TLD})\b(?![@\w-])(?:[/:]{_URL}*)?", _bare_domain),
    _rule("id", r"\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b", _joined),
    _exact_rule("id", r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?\b", _checked(is_iban)),
    _rule("id", r"\bISBN(?:-1[03])?:? ?(?P<value>[\d][\d -]{8,15}[\dX])\b(?!-\w)", _joined),
    _rule("id", r"(?<![\w-])97[89][\d -]{9,13}\d(?![\w-])", _checked(is_isbn)),
    _rule("id", r"(?<!\w)[1-9]\d{5}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX](?!\w)", _joined),
    _exact_rule("id", r"(?<!\w)(?=\w*[A-Z])[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}(?!\w)", _joined),
    _rule("id", r"(?<!\w)\d{4}(?:[ -]?\d{4}){3}(?!\w)", _checked(is_card)),
    _rule("phone", rf"{_PHONE_LABEL}[^\d+(\x00]{{0,12}}(?P<value>\+?\(?\d[\d ().-]{{5,18}}\d)(?![\d-])", phone_value),
    _rule("id", rf"{_ID_LABEL}\s*[:#.]*\s*(?P<value>{_TOKEN})(?![\w/]|[.,]\d)", identifier),
    _rule("date", r"(?<![\d.])\d{4}(?P<s> ?[-/.] ?)\d{1,2}(?P=s)\d{1,2}(?!\d|[.-]\d)", date_value),
    _rule("date", r"(?<!\d)\d{4} ?年 ?\d{1,2} ?月(?: ?\d{1,2} ?[日号])?", date_value),
    _rule("date", rf"{_CN_DIGIT}{{4}}年{_CN_DIGIT}{{1,2}}月(?:{_CN_DIGIT}{{1,3}}[日号])?", date_value),
    _rule("date", r"(?<!\d)\d{1,2} ?月 ?\d{1,2} ?[日号]", date_value),
    _rule("date", rf"(?<!\d)\d{{1,2}}(?:st|nd|rd|th|\.)?[ -]?(?:of |de )?{_MONTH}(?:[ ,-]{{0,2}}(?:de )?'?\d{{4}}\b"
          r"|[ -]'?\d{2}(?![\d:.]))", date_value),
    _rule("date", rf"\b{_MONTH}[ -]?\d{{1,2}}(?:st|nd|rd|th)?(?:, ?| |-)'?\d{{4}}\b", date_value),
    _rule("date", rf"\b{_MONTH}[ ,-]{{0,2}}(?:19|20)\d\d\b", date_value),
    _exact_rule("date", rf"(?<![\d.]){_FULL_DATE}(?!\d|[.-]\d)|(?<![\d.]){_FULL_DATE}(?=-{_FULL_DATE})", date_value),
    _exact_rule("date", r"(?<![\d.])(?<!\d[-/])(?:\d\d?[-/]\d\d?[-/]\d\d|\d\d\.\d\d\.\d\d)(?!\d|[.-]\d)", date_value),
    _rule("date", rf"(?<![\d$])\d{{1,2}}(?:st|nd|rd|th)? (?:of )?(?-i:(?=[A-Z])){_MONTH}(?! ?\d)", date_value),
    _rule("date", rf"\b(?-i:(?=[A-Z])){_MONTH} ?\d{{1,2}}(?:st|nd|rd|th)?(?![\d:.,]\d|\d|,? ?\d{{5}})", date_value),
    _exact_rule("amount", rf"(?:(?<![\w%])-)?{_BEFORE} ?-?{_NUMBER}{_TIMES}(?: ?(?:{_CODE})\b|元)?", amount_value),
    _rule("amount", rf"(?<![\w.,]){_NUMBER}{_TIMES} ?{_AFTER}", amount_value),
    _exact_rule("amount", rf"(?:(?<![\w%])-)?{_BEFORE} ?-?{_ODD_NUMBER}(?!\w)", _as_it_is),
    _rule("amount", rf"(?<![\w.,'’]){_ODD_NUMBER} ?{_AFTER}", _as_it_is),
    _rule("phone", r"(?<![\w+])\+ ?\d{1,3}[ .-]?(?:\(0?\d{1,4}\)[ .-]?)?\d{1,5}(?:[ ./-]?\d{2,5}){1,4}(?![./-]?\d)", phone_value),
    _rule("phone", r"(?<![\w)])\(\d{2,5}\) ?\d{3,4}[ .-]?\d{3,5}(?![.-]?\d)", phone_value),
    _rule("phone", r"(?<![\w.-])1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?![\w-])", phone_value),
    _rule("phone", r"(?<![\w.-])0\d{2,3}[ -]\d{7,8}(?:(?:-|转 ?)\d{1,5})?(?![\w-])", phone_value),
    _rule("phone", r"(?<![\w.-])[48]00[ -]?\d{3,4}[ -]?\d{3,4}(?![\w-])", phone_value),
    _rule("phone", r"(?<![\w.,-])(?:1[ .-])?\d{3}(?P<s>[ .-])\d{3}(?P=s)\d{4}(?![\w-])", phone_value),
    _rule("phone", r"(?<![\w.,-])0\d{1,4}(?:[ ./-]\d{2,8}){1,4}(?![\w-])", phone_value),
    _exact_rule("id", r"(?<![\w-])(?=[A-Z0-9-]*[A-Z])[A-Z0-9]+(?:[-/][A-Z0-9]+)*(?![\w-])", _mixed),
    _rule("id", r"(?<![\w.,-])\d{12,30}(?![\w.,-])", _joined),
    _rule("amount", rf"(?<![a-wyz0-9_#/])(?<!\d[:.,-])(?<!\w-)-?{_GROUPED}(?![\w/:]|[.,-]\d| ?{_UNIT})", amount_value),
)  # fmt: skip
_SOFTWARE = (
    r"version|vers?|release|rel|build|python|ubuntu|debian|fedora|linux|kernel|windows|macos|ios|android|node|npm|java|jdk|php"
    r"|ruby|perl|go|rust|gcc|clang|llvm|glibc|cmake|cuda|cudnn|rocm|torch|pytorch|tensorflow|numpy|pandas|scipy|qt|pyside"
    r"|django|rails|postgres(?:ql)?|mysql|sqlite|redis|docker|kubernetes|git|chrome|firefox|api|firmware|driver"
)
_NUMBERED = r"section|sect?|chapter|chap|figure|fig|table|tab|equation|eq|appendix|clause|article|step|§"
_VERSION = r"\d{1,2}\.\d{1,2}(?![\d.,]*\d)"
_ANOTHER = r"(?:,? ?(?:and|or|to) |, ?| ?[-/&] ?)"
VERSIONS = re.compile(
    rf"(?:(?<!\w)(?:{_SOFTWARE}|{_NUMBERED})\.? ?|[<>=~^!]=? ?){_VERSION}(?:{_ANOTHER}{_VERSION})*"
    rf"|(?<![\w.,$])(?P<major>\d{{1,2}})\.\d{{1,2}}, (?P=major)\.\d{{1,2}}(?:{_ANOTHER}(?P=major)\.\d{{1,2}})*(?![\d.,]*\d)",
    re.IGNORECASE | re.ASCII,
)
"""Numbers of versions and chapters, alone or in a row, which have two digits behind the point as amounts do."""
PRICED = re.compile(rf" ?{_AFTER}", re.IGNORECASE | re.ASCII)
CURRENCY = re.compile(rf"\s*(?:{_CODE})\s*", re.IGNORECASE)
LABEL_LINE = re.compile(rf"\W*{_ID_LABEL}\s*[:#.]*\s*", re.IGNORECASE)
TOKEN_LINE = re.compile(rf"{_TOKEN}", re.IGNORECASE)
