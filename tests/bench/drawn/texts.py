"""What stands on the drawn pictures."""

from __future__ import annotations

ENGLISH = (
    "The committee met on Tuesday to review the budget for the coming year.",
    "Rainfall in the northern valleys was higher than at any time since 1987.",
    "Nobody expected the bridge to carry so much traffic within its first decade.",
    "She kept the letters in a wooden box under the stairs, tied with a red ribbon.",
    "A careful reader will notice that the second experiment used fewer samples.",
    "Prices rose by 4.2% in March, mostly because of energy and housing.",
    "The museum opens at 9:30 and closes at 17:00, except on public holidays.",
    "We measured the temperature every ten minutes for a period of six weeks.",
    "His grandfather had built the workshop with timber from an old barn.",
    "Passengers are asked to keep their tickets until they leave the station.",
    "The results agree with earlier work, although the margin of error is large.",
    "Most of the islands are uninhabited, and only three have fresh water.",
    "You can return the product within 30 days if the packaging is undamaged.",
    "In the evening the square fills with musicians, vendors and children.",
    "Each sample was washed twice, dried at 60 degrees and weighed again.",
    "The new library holds 250,000 volumes and a small collection of maps.",
    "It is not clear whether the second signature was added at a later date.",
    "Farmers in the region grow barley, oats and a hardy kind of apple.",
    "The software keeps a copy of every file that it changes for a week.",
    "Her first novel was rejected by eleven publishers before it was printed.",
    "A ferry connects the two towns from April until the end of October.",
    "The judge asked both parties to submit their documents by Friday noon.",
    "Light travels about 300,000 kilometres in a single second.",
    "Several roads remain closed after the storm, and schools will open late.",
    "The company employs 1,240 people in four countries and plans to grow.",
    "Mix the flour with two eggs, add a pinch of salt and let it rest.",
    "This chapter explains how the parts of the engine work together.",
    "Visitors should wear sturdy shoes, because the path is steep and wet.",
    "An early version of the map shows a river where the railway runs today.",
    "The orchestra will play works by Haydn, Mozart and a young composer.",
    "Half of the participants preferred the shorter form of the question.",
    "The keys were found behind the cupboard two years after the move.",
    "No changes were made to the contract between 2011 and 2019.",
    "Old varieties of wheat are less productive but resist drought better.",
    "The tower was restored with stone from the same quarry as the original.",
    "Students receive a discount of 15% on all tickets bought in advance.",
)
TITLES = (
    "A Short History of the Harbour",
    "Water, Wind and Stone",
    "Measuring Small Things",
    "Notes on an Early Railway",
    "How Cities Remember",
    "Patterns of Seasonal Trade",
)
HEADINGS = (
    "Introduction",
    "Methods",
    "Results",
    "Discussion",
    "Earlier work",
    "Materials",
    "Conclusion",
    "Limits",
)
NAMES = (
    "Maria Jensen", "Tom Whitaker", "Aisha Khan", "Pedro Alvarez", "Lena Fischer", "Oliver Brooks", "Nina Petrova",
    "Samuel Osei", "Grace Lindqvist", "Hugo Martin", "Ines Costa", "Daniel Novak",
)  # fmt: skip
CHINESE = (
    "春天的早晨，公园里的老人们正在打太极拳。",
    "这座桥建于一九五七年，全长一千六百七十米。",
    "请在使用本产品之前仔细阅读说明书，并妥善保管。",
    "会议决定从下个月起实行新的考勤制度。",
    "近年来，越来越多的年轻人选择回到家乡创业。",
    "图书馆每天早上八点开门，晚上九点半关门。",
    "专家指出，合理的饮食和适量的运动有助于健康。",
    "他把信读了三遍，才明白父亲的意思。",
    "本次列车终点站是杭州东站，请旅客们提前做好准备。",
    "研究人员在实验中发现了一种新的材料。",
    "由于天气原因，部分航班将推迟起飞。",
    "村口有一棵大槐树，夏天大家都在树下乘凉。",
    "全市共有小学二百三十所，在校学生十二万人。",
    "博物馆收藏了大量明清时期的瓷器和书画。",
    "如有疑问，请拨打客服电话或者发送电子邮件。",
    "夜里下了一场大雨，河水涨得很快。",
    "公司今年的销售额比去年增长了百分之十五。",
    "古人云，读万卷书，行万里路。",
    "这项工程预计明年年底完工，总投资约三亿元。",
    "母亲在厨房里包饺子，孩子们在院子里放风筝。",
    "科学技术的发展改变了人们的生活方式。",
    "新的地铁线路连接了机场和市中心。",
    "山上的空气十分清新，远处传来鸟叫声。",
    "申请人应当如实填写各项内容，并签字确认。",
    "秋天到了，树叶慢慢变黄，落在小路上。",
    "医院提醒市民注意预防感冒，勤洗手，多通风。",
    "这本小说讲述了一个普通家庭四十年的变化。",
    "经过三个小时的讨论，双方终于达成了协议。",
)
CHINESE_TITLES = (
    "关于加强安全管理的通知",
    "城市的记忆",
    "春天的故乡",
    "产品使用说明",
    "古镇游记",
    "工作总结报告",
)
JAPANESE = (
    "春の朝、公園では多くの人が散歩を楽しんでいる。",
    "この駅は百年前に建てられ、今も使われている。",
    "新しい図書館は来月の一日に開館する予定です。",
    "雨が降り始めたので、子供たちは家に帰った。",
    "彼女は古い手紙を何度も読み返した。",
    "祖父は毎朝六時に起きて畑へ出かける。",
    "山の上からは町と海がよく見える。",
    "会議は午後三時から二階の部屋で行います。",
    "秋になると、庭の木の葉が赤く色づく。",
    "駅前の店で温かいお茶を買いました。",
)
ITEMS = (
    "Whole Milk 1L", "Brown Bread", "Free Range Eggs", "Olive Oil 500ml", "Green Apples", "Cheddar Cheese",
    "Coffee Beans", "Tomato Soup", "Rice 2kg", "Butter Unsalted", "Orange Juice", "Chicken Breast", "Dark Chocolate",
    "Dish Soap", "Paper Towels", "Sparkling Water", "Spaghetti No. 5", "Frozen Peas", "Honey Jar", "Garlic Bread",
)  # fmt: skip
DISHES = (
    "CAESAR SALAD", "GRILLED SALMON", "MUSHROOM RISOTTO", "ICED TEA", "LEMON TART", "HOUSE RED GLASS", "FISH AND CHIPS",
    "ONION SOUP", "DOUBLE ESPRESSO", "CINNAMON ROLL", "VEGGIE BURGER", "APPLE PIE",
)  # fmt: skip
CHINESE_ITEMS = (
    "纯牛奶",
    "全麦面包",
    "红富士苹果",
    "洗衣液",
    "矿泉水",
    "酱油",
    "大米",
    "鸡蛋",
    "卫生纸",
    "巧克力",
    "绿茶",
    "花生油",
)
RUSSIAN = (
    "Весной в город приезжает много туристов из разных стран.",
    "Библиотека открыта каждый день с девяти до восемнадцати часов.",
    "Учёные обнаружили новый вид растений в северных горах.",
    "Поезд отправляется со второй платформы через десять минут.",
    "Она долго смотрела в окно и думала о прошлом лете.",
    "Цены на жильё выросли на пять процентов за последний год.",
    "Мой дед построил этот дом своими руками после войны.",
    "Совещание начнётся в понедельник утром в большом зале.",
    "Пожалуйста, сохраняйте билет до конца поездки.",
    "Осенью листья падают, и парк становится золотым.",
)
GREEK = (
    "Το μουσείο ανοίγει κάθε μέρα στις εννέα το πρωί.",
    "Η θάλασσα ήταν ήρεμη και ο ουρανός καθαρός.",
    "Οι μαθητές διαβάζουν ένα βιβλίο για την ιστορία της πόλης.",
    "Το τρένο φεύγει από την πλατφόρμα δύο σε δέκα λεπτά.",
    "Ο παππούς μου έχτισε αυτό το σπίτι πριν από χρόνια.",
    "Το χειμώνα τα βουνά γεμίζουν χιόνι και κρύο αέρα.",
    "Παρακαλούμε κρατήστε το εισιτήριο μέχρι το τέλος.",
)
KOREAN = (
    "봄이 오면 공원에는 많은 사람들이 산책을 나온다.",
    "도서관은 매일 아침 아홉 시에 문을 엽니다.",
    "할아버지는 이 집을 직접 지으셨습니다.",
    "기차는 십 분 후에 이 번 승강장에서 출발합니다.",
    "연구진은 새로운 재료를 발견했다고 발표했다.",
    "가을에는 나뭇잎이 붉게 물들고 바람이 시원하다.",
    "회의는 월요일 오후 세 시에 시작합니다.",
    "어머니는 부엌에서 저녁을 준비하고 계신다.",
)
ARABIC = (
    "تفتح المكتبة أبوابها كل يوم في الساعة التاسعة صباحا",
    "يزور المدينة كثير من السياح في فصل الربيع",
    "بنى جدي هذا البيت قبل سنوات طويلة",
    "يغادر القطار من الرصيف الثاني بعد قليل",
    "كانت السماء صافية والبحر هادئا",
    "يجب على المسافرين الاحتفاظ بالتذكرة حتى نهاية الرحلة",
    "اكتشف الباحثون مادة جديدة في المختبر",
)
HEBREW = (
    "הספרייה נפתחת בכל יום בשעה תשע בבוקר",
    "באביב מגיעים לעיר תיירים רבים",
    "סבא שלי בנה את הבית הזה לפני שנים רבות",
    "הרכבת יוצאת מרציף שתיים בעוד עשר דקות",
    "הים היה שקט והשמיים בהירים",
    "נא לשמור את הכרטיס עד סוף הנסיעה",
    "החוקרים גילו חומר חדש במעבדה",
)
THAI = (
    "ห้องสมุดเปิดทุกวันเวลาเก้าโมงเช้า",
    "ในฤดูร้อนมีนักท่องเที่ยวมาที่เมืองนี้มาก",
    "คุณปู่สร้างบ้านหลังนี้ด้วยมือของเขาเอง",
    "รถไฟจะออกจากชานชาลาที่สองในอีกสิบนาที",
    "ท้องฟ้าแจ่มใสและทะเลสงบ",
    "กรุณาเก็บตั๋วไว้จนสิ้นสุดการเดินทาง",
)
HINDI = (
    "पुस्तकालय हर दिन सुबह नौ बजे खुलता है।",
    "वसंत में शहर में बहुत से पर्यटक आते हैं।",
    "मेरे दादा ने यह घर अपने हाथों से बनाया था।",
    "रेलगाड़ी दस मिनट में दूसरे प्लेटफार्म से चलेगी।",
    "आसमान साफ था और समुद्र शांत था।",
    "कृपया यात्रा के अंत तक टिकट अपने पास रखें।",
)
CODE = {
    "python": '''import json
from pathlib import Path


class Cache:
    """Keeps results by key."""

    def __init__(self, limit=128):
        self.items = {}
        self.limit = limit

    def get(self, key, default=None):
        if key not in self.items:
            return default
        value, age = self.items[key]
        self.items[key] = (value, age + 1)
        return value

    def put(self, key, value):
        if len(self.items) >= self.limit:
            oldest = max(self.items, key=lambda k: self.items[k][1])
            del self.items[oldest]
        self.items[key] = (value, 0)


def load(path: Path) -> dict[str, int]:
    with path.open(encoding="utf-8") as file:
        return {k: int(v) for k, v in json.load(file).items()}''',
    "javascript": """const cache = new Map();

export async function fetchUser(id, { retries = 3 } = {}) {
  if (cache.has(id)) {
    return cache.get(id);
  }
  for (let i = 0; i < retries; i++) {
    try {
      const res = await fetch(`/api/users/${id}`);
      if (!res.ok) throw new Error("HTTP " + res.status);
      const data = await res.json();
      cache.set(id, data);
      return data;
    } catch (err) {
      console.warn(`attempt ${i + 1} failed`, err);
    }
  }
  return null;
}

document.querySelector("#save").onclick = () => {
  cache.clear();
};""",
    "c": """#include <stdio.h>
#include <stdlib.h>

typedef struct node {
    int value;
    struct node *next;
} node_t;

static node_t *push(node_t *head, int value)
{
    node_t *n = malloc(sizeof(*n));
    if (n == NULL) {
        fprintf(stderr, "out of memory\\n");
        exit(1);
    }
    n->value = value;
    n->next = head;
    return n;
}

int main(int argc, char **argv)
{
    node_t *list = NULL;
    for (int i = 1; i < argc; i++)
        list = push(list, atoi(argv[i]));
    while (list) {
        printf("%d ", list->value);
        list = list->next;
    }
    return 0;
}""",
    "json": """{
  "name": "harbour-map",
  "version": "2.4.1",
  "private": true,
  "scripts": {
    "build": "vite build --mode production",
    "test": "vitest run --coverage",
    "lint": "eslint 'src/**/*.ts' --fix"
  },
  "dependencies": {
    "leaflet": "^1.9.4",
    "lodash-es": "~4.17.21"
  },
  "browserslist": [
    "> 0.5%",
    "not dead"
  ]
}""",
    "rust": """use std::collections::HashMap;

#[derive(Debug, Clone)]
pub struct Entry {
    pub name: String,
    pub size: u64,
}

pub fn total(entries: &[Entry]) -> u64 {
    entries.iter().map(|e| e.size).sum()
}

pub fn group(entries: Vec<Entry>) -> HashMap<char, Vec<Entry>> {
    let mut groups = HashMap::new();
    for entry in entries {
        let key = entry.name.chars().next().unwrap_or('?');
        groups.entry(key).or_insert_with(Vec::new).push(entry);
    }
    groups
}""",
    "shell": """$ git status
On branch main
Your branch is ahead of 'origin/main' by 2 commits.
  (use "git push" to publish your local commits)

Changes not staged for commit:
  (use "git add <file>..." to update what will be committed)
        modified:   src/app.py
        modified:   tests/test_app.py

no changes added to commit (use "git add" and/or "git commit -a")
$ ls -la src
total 24
drwxr-xr-x 2 ada ada 4096 Mar  3 10:21 .
drwxr-xr-x 5 ada ada 4096 Mar  3 10:18 ..
-rw-r--r-- 1 ada ada 8421 Mar  3 10:21 app.py
-rw-r--r-- 1 ada ada  377 Feb 27 09:02 util.py
$ python -m pytest -q
........F...
1 failed, 11 passed in 0.42s""",
    "css": """:root {
  --accent: #3b82f6;
  --gap: 12px;
}

.card > .title {
  font: 600 1.25rem/1.4 "Inter", sans-serif;
  margin: 0 0 var(--gap);
}

@media (max-width: 640px) {
  .card { padding: calc(var(--gap) * 2); }
  .card:hover::after { content: "\\2192"; }
}""",
    "sql": """SELECT c.name, COUNT(*) AS orders, SUM(o.total) AS spent
FROM customers c
JOIN orders o ON o.customer_id = c.id
WHERE o.created_at >= '2023-01-01'
  AND o.status <> 'cancelled'
GROUP BY c.name
HAVING SUM(o.total) > 1000.00
ORDER BY spent DESC
LIMIT 20;""",
}
