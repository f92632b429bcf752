# ruff: noqa: E501
"""The words and turns of phrase that requests to the reader are made of, in English (EN) and Chinese (ZH).

Words for kinds of values are of all its languages; `turns` has the phrases of German and Japanese.
"""

from __future__ import annotations

import re

from eyebox_models.text.patterns import Kind

QUOTED = r'"([^"]+)"|“([^”]+)”|‘([^’]+)’|「([^」]+)」|『([^』]+)』|《([^》]+)》|„([^“”"]+)[“”"]|`([^`]+)`|(?<!\w)\'([^\']+)\'(?!\w)'
POLITE_EN = re.compile(
    r"(?:please|pls|hey|hi|hello|ok(?:ay)?|now|then|eyebox|reader|(?:could|can|would|will) (?:you|u|i)|kindly|just|help me(?: to)?"
    r"|i(?:'d| would) like (?:you )?to|i (?:want|need) (?:you )?to|let'?s|go and|try to)\b[\s,.!:]*",
    re.IGNORECASE,
)
THANKS_EN = re.compile(
    r"[\s,]*\b(?:please|pls|thanks?(?: you)?|thx|for me|now)[\s.!?]*$|[\s.!?,;:]+$", re.IGNORECASE
)
POLITE_ZH = re.compile(
    r"(?:请问|请你|请|麻烦你?|帮我|帮忙|给我|能不能|能否|可不可以|可以|能|你好|您好|我想要?|我要|我需要|现在)[\s,，:：!]*"
)
THANKS_ZH = re.compile(r"(?:谢谢你?|多谢|好吗|可以吗|行吗|吧|吗|呢|啊|[\s.。!！?？,，;；:：])+$")

KIND_WORDS: dict[Kind, str] = {
    "email": r"e-?mails?(?: address(?:es)?)?|mail address(?:es)?|(?:电子)?邮[箱件](?:地址)?|e-?mail-?adressen?|(?:電子)?メール(?:アドレス)?",
    "url": r"urls?|links?|web ?sites?|web ?addresses|web ?address|hyperlinks?|网址|链接|网站|网页地址|web-?adressen?|internetadressen?|(?:ウェブ|web)?(?:アドレス|サイト)|リンク",
    "phone": r"(?:tele)?phones?(?: numbers?)?|(?:mobile|cell|fax|contact)(?: phone)? numbers?|电话(?:号码?)?|手机(?:号码?)?|联系电话|telefon(?:nummern?)?|rufnummern?|電話(?:番号)?",
    "date": r"dates?|日期|时间|datum(?:sangaben?)?|daten|日付|日時",
    "amount": r"amounts?(?: of money)?|(?:items?|products?|dishes|things) with(?: their| the)? prices|prices?|costs?|sums?|money|金额|价格|价钱|单价|售价|钱数|数额|费用|preise?|betr[aä]ge?|kosten|価格|金額|値段|料金",
    "id": r"ids?|identifiers?|id(?:entification)? numbers(?: and ids)?|(?:order|invoice|serial|tracking|reference|account|receipt) numbers"
    r"|编号|单号|证件号码?|身份证号码?|订单号码?|号码|id号码?|(?:kenn)?nummern?|kennungen|(?:識別)?番号",
}
PLURAL = re.compile(r"s$|^(?:e-?mail|money|phone)")
KINDS = {kind: re.compile(words, re.IGNORECASE) for kind, words in KIND_WORDS.items()}

WHERE = (
    r"(?:(?:(?:that|which) (?:is|are) )?(?:in|on|from|of|within|inside|at|out of|shown in|visible in|written on)"
    r" (?:(?:the|this|that|these|those|my|all|each|every|both|it|here)\b ?)*"
    r"(?:(?:\w+ )?(?:picture|image|photo|page|screenshot|screen|document|file|scan|text|receipt|invoice|menu|sign|label|form"
    r"|card|letter|bill|slide|figure|poster|book|table|list)s?)?|(?:here|below|above|there))"
)
TAIL_WHERE = re.compile(rf"\s+{WHERE}$", re.IGNORECASE)
ALL = r"(?:(?:me|us|out|for|all|every|each|the|any|of|this|that|these|those|its?|their|whole|full|entire|complete|and|found|visible)\s+)*"
TEXTS = (
    r"(?:texts?|words?|content|contents|writing|everything|lines?|characters?|letters?|anything|all|it|this|that|pictures?|images?"
    r"|photos?|pages?|screenshots?|screen|documents?|files?|scans?|receipts?|invoices?|menus?|signs?|labels?|notes?|handwriting|transcript)"
)
READ_EN = re.compile(
    rf"(?:(?:read|ocr|transcribe|recogni[sz]e|extract|get|show|give|copy|print|type|write|scan|dump|list|output|return|pull|grab)"
    rf"(?: (?:out|down|aloud|off|up))? {ALL}(?:{TEXTS}(?: (?:text|content|contents))?)(?: {WHERE})*(?: aloud)?"
    rf"(?: (?:that )?(?:you|one) (?:can )?(?:see|read|find|recogni[sz]e))?(?: {WHERE})*"
    rf"|(?:read|transcribe|tell me|show me) (?:out )?what(?:'s| is) (?:written )?{WHERE}|tell me (?:all )?(?:the )?text"
    rf"|what(?:'s| is) (?:written )?(?:on|in) (?:the|this|that|my) (?:page|receipt|invoice|menu|sign|label|form|card|letter|bill|slide|note)"
    rf"|read|ocr|transcribe|text|(?:the )?full text|(?:all )?(?:the )?text(?: {WHERE})?|read (?:it|this|that)? ?(?:to|for) me"
    rf"|what(?:'s| is| does| do| are)? .{{0,40}}(?:sa(?:y|id)|written|reads?)(?: .{{0,40}})?"
    rf"|(?:what|which) (?:text|words)\b.{{0,40}}|what(?:'s| is| are) the (?:text|words|content)s?(?: {WHERE})?)",
    re.IGNORECASE,
)
FIND_EN = re.compile(
    r"(?:find|locate|search(?: for)?|look(?:ing)? (?:for|up)|spot|highlight|frame|box|mark|outline|circle|underline|detect|select"
    r"|point (?:to|at|out)|show (?:me )?where|(?:show|tell) me where|show me|ground"
    r"|(?:draw|put|place|make|add|set) (?:a |an |the )?(?:\w+ )?(?:box|boxes|frame|rectangle|bounding box|circle|square)(?:es)? (?:around|on|over|round)"
    r"|where does (?:it|this) (?:say|read|mention)|where(?:'s| is| are| does| do| can i (?:find|see)| in \w+ \w+ is)"
    r"|is there(?: an?| any)?|are there(?: any)?|does (?:it|this|the \w+) (?:contain|mention|include|say|have)|which lines? (?:says?|has|have|contains?|mentions?))"
    r"\s+(?P<what>.+)",
    re.IGNORECASE | re.DOTALL,
)
FIND_TAIL = re.compile(
    r"\s+(?:(?:is|are|it is|they are)(?: (?:located|written|shown|placed|mentioned))?|appears?|occurs?|stands?|located|written|mentioned)$",
    re.IGNORECASE,
)
ARTICLE = re.compile(
    r"^(?:(?:all|every|each|any)(?: of)?(?: the)?|the|an?|this|that|these|those|my|some)\s+"
    r"(?:(?:words?|text|phrase|string|term|occurrences? of|places? (?:of|with)|instances? of|lines? (?:with|that says?))\s+)?"
    r"|^(?:(?:words?|text|phrase|string|term|occurrences? of|places? (?:of|with)|instances? of|lines? (?:with|that says?))\s+)",
    re.IGNORECASE,
)
TAKE_EN = re.compile(
    r"(?:extract|get|give|list|show|find|locate|collect|pull(?: out)?|pick out|read|grab|fetch|tell|return|output|print|copy|frame|highlight|mark|box"
    r"|what(?:'s| is| are| was| were)|which|where(?:'s| is| are)|i need)(?: out| me| us)?\s+(?P<what>.+)",
    re.IGNORECASE | re.DOTALL,
)
PRICE_EN = re.compile(
    r"(?:how much (?:is|are|does|do|was|were|did|for)|what (?:does|do|did)|(?:(?:what|where)(?:'s| is| are) |(?:find|get|show|locate|tell|give|extract|read|look up|highlight|box|frame)(?: me| us)? )?(?:the )?(?:price|cost)s? (?:of|for))"
    r"\s+(?P<what>.+?)(?:\s+(?:cost|costs|come to))?",
    re.IGNORECASE | re.DOTALL,
)
COUNT_EN = re.compile(
    r"(?:how many times (?:does|do|is|are|can)|how often (?:does|do|is|are)|how many|(?:count|number of|what(?:'s| is) the number of))"
    rf"\s+(?P<what>.+?)(?:\s+(?:are there|there are|is there|appears?|occurs?|mentioned|written|can you (?:see|find)|do you (?:see|find)|{WHERE}))*",
    re.IGNORECASE | re.DOTALL,
)
OCCURRENCES = re.compile(
    r"^(?:the )?(?:occurrences?|number|times|instances?|appearances?)(?: of)?\s+", re.IGNORECASE
)
UNITS = {
    "lines": re.compile(r"(?:text )?lines?(?: of text)?|行(?:文字|字)?|zeilen?", re.IGNORECASE),
    "words": re.compile(r"words?|单词|词|wort|wörter|単語|語", re.IGNORECASE),
    "characters": re.compile(
        r"characters?|letters?|个?字符?|字数|zeichen|buchstaben?|文字数?", re.IGNORECASE
    ),
}
TABLE_EN = re.compile(
    r"\b(?:tables?|spreadsheet|csv|tsv|excel|tabular|rows and columns|tabulate)\b", re.IGNORECASE
)
BEYOND_EN = re.compile(
    r"\b(?:translat\w*|summar\w*|describ\w*|explain\w*|why|caption|meaning|means|opinion|think|write an?|who|compare|rewrite|correct"
    r"|colou?rs?|people|person|man|woman|objects?)\b",
    re.IGNORECASE,
)

IN_ZH = "(?:里面|上面|当中|中|里|上|内)"
SHEET_ZH = "(?:图|菜单|小票|收据|发票|表单|文件|照片|屏幕|页面|画面|文档)"
PIC_ZH = (
    rf"(?:(?:(?:这|那)?(?:张|幅|个|份|页|里|些)?(?:图片|图像|照片|截图|截屏)|(?:这|那)(?:张|幅|个|份|页){SHEET_ZH}?){IN_ZH}?的?"
    rf"|{SHEET_ZH}{IN_ZH}的?|(?:上面|其中|这里|里面)的?)"
)
TEXT_ZH = r"(?:文字|文本|内容|字|全文|字符|文字内容|一切|东西|信息)"
ALL_ZH = r"(?:所有的?|全部的?|全|每一?个|每处|整个|整张|这些|这个|这|其中的?)"
READ_ZH = re.compile(
    rf"(?:把|将)?{PIC_ZH}?(?:把|将)?{PIC_ZH}?{ALL_ZH}?{TEXT_ZH}?(?:都|全部|全)?"
    r"(?:读取|识别|读|提取|转写|抄写|抄|输出|列出|念|打出|复制|扫描|显示|转成文字|转为文字|看看)(?:出来?|一下|一读|下来)*"
    rf"{PIC_ZH}?{ALL_ZH}?{PIC_ZH}?{ALL_ZH}?(?:{TEXT_ZH}|图片|图像|截图|图)?(?:都|出来|一下|给我)*"
    rf"|{PIC_ZH}?(?:都)?(?:写|印)(?:了|着|的)?(?:是)?(?:些)?(?:什么|啥)(?:字|文字|内容)?|{PIC_ZH}?(?:有|是)(?:什么|哪些|啥)(?:字|文字|文本|内容)"
    rf"|{PIC_ZH}?{ALL_ZH}?(?:文字|文本|全文)(?:内容)?(?:是什么)?|OCR|(?:文字|光学字符)?识别",
    re.IGNORECASE,
)
FIND_FIRST_ZH = re.compile(
    rf"(?:在)?{PIC_ZH}?(?:用\S?框)?(?:找[到出]|查找|搜索|框[出住选]|圈出|标[出注记]|定位|寻找|指出)"
)
FIND_ZH = re.compile(
    rf"(?:在)?{PIC_ZH}?(?:用\S?框)?(?:找到|找出来?|找一找|找一下|找找|找|查找|查一下|查|搜索|搜一下|搜|定位|框出来?|框住|框选|框一下|框|圈出来?|圈起来|圈|标出来?|标注|标记|标"
    r"|高亮|指出|寻找|检测|看看有没有|有没有|是否有|是不是有)(?:一下)?(?P<what>.+?)(?:在哪.{0,2}|的位置|框出来|标出来)?",
    re.DOTALL,
)
WHERE_ZH = re.compile(
    rf"{PIC_ZH}?(?P<what>.+?)(?:是)?(?:在(?:图.{{0,2}})?(?:哪|什么(?:地方|位置)|何处).{{0,4}}|的(?:位置|坐标)(?:是.{{0,4}})?)",
    re.DOTALL,
)
MARK_ZH = re.compile(
    rf"(?:把|将){PIC_ZH}?(?P<what>.+?)(?:都|全部|全)?(?:用.{{1,4}})?(?:找|框|圈|标|高亮|标注|标记|定位)(?:出|起|选)?(?:来|上|住)?(?:一下)?",
    re.DOTALL,
)
TAKE_ZH = re.compile(
    rf"(?:把|将)?{PIC_ZH}?(?:提取|抽取|找出|找到|列出|读取|识别|获取|查找|查询|查|告诉我|输出|显示|框出|标出|圈出|找|给出|导出|摘出|看看|有哪些|有什么)(?:出来?|一下)?{PIC_ZH}?(?P<what>.+?)(?:出来|列出来|是多少|是什么|有哪些)?",
    re.DOTALL,
)
IS_ZH = re.compile(
    rf"{PIC_ZH}?(?P<what>.+?)(?:是|为)?(?:多少(?:钱)?|什么|几号|啥|哪天|有哪些|有什么)", re.DOTALL
)
PULL_ZH = re.compile(
    rf"(?:把|将){PIC_ZH}?(?P<what>.+?)(?:都|全部|全)?(?:提取|抽取|列|找|读|抄|摘)(?:出|下)?(?:来)?", re.DOTALL
)
PRICE_ZH = re.compile(
    rf"{PIC_ZH}?(?P<what>.+?)(?:的(?:价格|价钱|单价|售价)(?:是)?(?:多少)?|(?:卖|要|是)?(?:多少钱|几块钱|几元))",
    re.DOTALL,
)
COUNT_ZH = re.compile(
    rf"(?:数一?数|统计|计算)?(?:一下)?{PIC_ZH}?(?:一共|总共|共)?(?:出现了?|有)?(?:几|多少)(?P<measure>[个处次条行项]?)(?P<what>.+)"
    rf"|{PIC_ZH}?(?P<what2>.+?)(?:一共|总共|共)?(?:出现了?|有)(?:几|多少)[个处次条行项]?.{{0,2}}"
    rf"|(?:数一?数|统计)(?:一下)?{PIC_ZH}?(?P<what3>.+?)(?:的(?:次数|数量|个数)|出现的?(?:次数)?)?",
    re.DOTALL,
)
TABLE_ZH = re.compile(r"表格|制表|做成表|列成表|整理成.{0,3}表|电子表|转成表")
BEYOND_ZH = re.compile(
    r"翻译|总结|概括|描述|解释|为什么|什么意思|怎么看|写一|分析|介绍|评价|讲了|看图|颜色|几个人|多少人|谁"
)
ARTICLE_ZH = re.compile(
    rf"^(?:{PIC_ZH}|所有的?|全部的?|每一?个|每处|那个|这个|那些|这些|文字|词语|单词|字样|一下|出)+"
)
WORD_TAIL_ZH = re.compile(r"(?:这几?个?(?:字|词|词语|单词)|字样|的文字|的地方|一词|二字)$")
AND = re.compile(
    r"\s*(?:(?<!\d)[,，]|[,，](?!\d)|[、;；\n])\s*(?:and\s+|和|及)?|\s+(?:and|&|plus|as well as|und|sowie)\s+|\s*&\s*|(?<=[\u4e00-\u9fff])(?:和|及|以及|与|还有|跟)|(?<=[\u30a0-\u30ff\u4e00-\u9fff])(?:と|および|、)(?=[\w])"
)
VERB_COLON = re.compile(
    r"^(find|locate|search(?: for)?|look for|highlight|frame|box|mark|count|extract|get|list|show|read|查找|搜索|找到?|定位|提取|统计)\s*:\s*",
    re.IGNORECASE,
)
FIELD_LIST = re.compile(
    r"(?:[^:]{0,40}\b(?:fields?|values?|keys?|information|data|felder|werte|angaben)\b[^:]{0,20}|[^:]{0,20}(?:字段|信息|内容|数据|值|項目|フィールド)[^:]{0,14}):\s*(?P<names>.+)",
    re.IGNORECASE | re.DOTALL,
)
PRONOUN = re.compile(
    r"(?:this|that|it|these|those|he|she|they|这|那|它|这个|那个|他|她|on .*|in .*)", re.IGNORECASE
)
TEXT_WORD = re.compile(r"^(?:all |the )?(?:words?|text|phrases?|文字|文本|テキスト)$", re.IGNORECASE)
