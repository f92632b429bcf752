"""What documents call their usual fields, in English, Chinese, German, Japanese and some neighbours' languages."""

from __future__ import annotations

from dataclasses import dataclass

from eyebox_models.text.find import fold
from eyebox_models.text.patterns import Kind


@dataclass(frozen=True, slots=True)
class Meaning:
    """One field: its labels, the likeliest first, and what its value must be.

    `last`: of several such fields the lowest on the page is meant, as with totals.
    """

    labels: tuple[str, ...] = ()
    kind: Kind | None = None
    last: bool = False


def label_key(label: str) -> str:
    """A label as labels are compared: folded, without spaces, hyphens and a colon at its end."""
    return fold(label).replace(" ", "").replace("-", "").strip(":#.")


def is_field(name: str) -> bool:
    """Whether documents usually have a field of this name, like "invoice number" or 合计."""
    return label_key(name) in MEANINGS


def _meaning(labels: str, kind: Kind | None = None, *, last: bool = False) -> Meaning:
    return Meaning(tuple(labels.split(", ")), kind, last)


_TABLE = (
    _meaning(
        "grand total, total due, amount due, balance due, total amount, total to pay, "
        "invoice total, order total, total, amount payable, 价税合计, 应付金额, 实付金额, "
        "总金额, 实付款, 应付总额, 总计, 合计金额, 合计, 总额, 共计, 总价, gesamtbetrag, gesamt, "
        "summe, rechnungsbetrag, endbetrag, 合計, 合計金額, "
        "ご請求金額, 請求金額, お支払金額, 総合計, montant total, importe total",
        "amount", last=True,
    ),
    _meaning(
        "subtotal, net amount, net total, 小计, zwischensumme, nettobetrag, 小計, sous total, 不含税金额",
        "amount", last=True,
    ),
    _meaning("tax amount, sales tax, vat, gst, tax, 税额, 增值税, 税金, mwst, mehrwertsteuer, "
        "umsatzsteuer, 消費税, 税額, tva, iva", "amount"),
    _meaning("discount, 优惠金额, 优惠, 折扣, rabatt, 割引, 値引", "amount"),
    _meaning("tip, gratuity, service charge, 小费, 服务费, trinkgeld, サービス料", "amount"),
    _meaning("change due, change, 找零, 找赎, rückgeld, お釣り, おつり", "amount"),
    _meaning("cash, amount paid, paid, amount tendered, 现金, 已付, 已付金额, 实收, bar, gegeben, 現金, お預り", "amount"),
    _meaning(
        "invoice number, invoice no, invoice #, invoice id, invoice nr, inv no, bill number, "
        "bill no, 发票号码, 发票号, 发票编号, rechnungsnummer, rechnung nr, 請求書番号, numero de facture",
        "id",
    ),
    _meaning(
        "order number, order no, order #, order id, po number, purchase order, 订单号, 订单编号, "
        "订单号码, bestellnummer, auftragsnummer, 注文番号",
        "id",
    ),
    _meaning("receipt number, receipt no, receipt #, 收据号, 小票号, 单号, belegnummer, 領収書番号, レシート番号", "id"),
    _meaning("tracking number, tracking no, tracking id, 运单号, 快递单号, 物流单号, sendungsnummer, 追跡番号", "id"),
    _meaning("account number, account no, account, iban, 账号, 帐号, 银行账号, 卡号, kontonummer, 口座番号", "id"),
    _meaning(
        "tax number, tax id, vat number, vat id, vat no, 纳税人识别号, 税号, 统一社会信用代码, steuernummer, ust idnr, 登録番号",
        "id",
    ),
    _meaning("invoice date, date of issue, issue date, issued, 开票日期, rechnungsdatum, 発行日, 請求日", "date"),
    _meaning(
        "due date, payment due, pay by, due by, 到期日, 付款日期, 截止日期, 应付日期, fällig am, fälligkeit, "
        "zahlbar bis, 支払期限, お支払期限",
        "date",
    ),
    _meaning("order date, 下单日期, 订单日期, 下单时间, bestelldatum, 注文日", "date"),
    _meaning("date of birth, birth date, birthday, dob, born, 出生日期, 生日, 出生, geburtsdatum, geboren am, 生年月日", "date"),
    _meaning(
        "expiry date, expiration date, expires, expiry, valid until, best before, 有效期至, "
        "有效期, 保质期至, gültig bis, mindestens haltbar bis, 有効期限, 賞味期限",
        "date",
    ),
    _meaning("date, 日期, datum, 日付, fecha", "date"),
    _meaning(
        "phone number, telephone number, phone, telephone, tel, mobile, contact number, "
        "联系电话, 电话, 电话号码, 手机, 手机号, 手机号码, 联系方式, telefon, telefonnummer, 電話, 電話番号, 携帯電話",
        "phone",
    ),
    _meaning("email address, e-mail address, email, mail, 电子邮箱, 电子邮件, 邮箱, 邮件, メール, メールアドレス", "email"),
    _meaning("website, web site, web, url, homepage, 网址, 网站, 官网, webseite, internet, ウェブサイト", "url"),
    _meaning(
        "customer name, full name, name, bill to, billed to, customer, 姓名, 客户名称, 客户, "
        "名称, 购买方名称, 收货人, kunde, 氏名, お名前, 名前, 宛名",
    ),
    _meaning(
        "address, shipping address, billing address, delivery address, 地址, 住址, 收货地址, "
        "adresse, anschrift, 住所",
    ),
    _meaning(
        "seller, vendor, supplier, merchant, company, 销售方, 卖方, 商家, 销售方名称, 公司, verkäufer, lieferant, "
        "売り手, 会社名, 発行者",
    ),
    _meaning("buyer, purchaser, 购买方, 买方, 买家, käufer, 買い手"),
    _meaning("payment method, paid by, payment, 付款方式, 支付方式, zahlungsart, 支払方法, お支払方法"),
    _meaning(
        "id number, id card number, identity number, 身份证号, 身份证号码, 公民身份号码, "
        "证件号码, ausweisnummer",
        "id",
    ),
    _meaning("quantity, qty, 数量, menge, anzahl"),
    _meaning("unit price, price, 单价, 价格, einzelpreis, preis, 単価, 価格"),
    _meaning("signature, signed by, 签名, unterschrift, 署名"),
)  # fmt: skip
MEANINGS = {label_key(label): meaning for meaning in reversed(_TABLE) for label in meaning.labels}
"""Key of a label -> the field it is a label of."""
_BY_LOOK = (
    "date, phone, phone number, telephone, email, e-mail address, website, url, "
    "日期, 电话, 电话号码, 手机号, 邮箱, 网址"
)
ALONE = frozenset(map(label_key, _BY_LOOK.split(", ")))
"""Keys of fields whose value is known by its look, even without a label."""
