"""Invented documents: records and texts as they lie in a store, the same ones in every run."""

import itertools
import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from nlp.lexicon.schema import load_lexicon

SYLLABLES_A_TEXT = 470
FIRST_DAY = date(2012, 1, 2)
DAYS = 14 * 365
SLIPS = 0.002  # of all syllables are misread by one letter
TOPICS = (
    "bình đẳng giới và phòng chống bạo lực trên cơ sở giới",
    "phòng cháy chữa cháy rừng mùa hanh khô",
    "cải cách thủ tục hành chính và chuyển đổi số",
    "chăm sóc sức khỏe người cao tuổi",
    "thu gom rác thải sinh hoạt tại nguồn",
    "phổ cập bơi cho học sinh trong dịp hè",
    "rà soát hộ nghèo và hộ cận nghèo",
    "tuyển chọn và gọi công dân nhập ngũ",
    "tiêm phòng cho đàn gia súc, gia cầm",
    "kiên cố hóa kênh mương nội đồng",
    "vận động hiến máu tình nguyện",
    "bảo đảm an toàn giao thông dịp tết",
    "xây dựng nông thôn mới kiểu mẫu",
    "phòng chống lụt bão và tìm kiếm cứu nạn",
    "an toàn thực phẩm bếp ăn tập thể",
    "khuyến học, xây dựng xã hội học tập",
)
DEEDS = (
    "chủ trì, phối hợp với các đơn vị liên quan tổ chức tuyên truyền về",
    "tham mưu văn bản hướng dẫn thực hiện",
    "kiểm tra, đôn đốc và tổng hợp kết quả",
    "bố trí kinh phí từ dự toán ngân sách năm cho",
    "lập danh sách, báo cáo về văn phòng trước ngày hai mươi về",
    "mở lớp tập huấn nghiệp vụ cho cán bộ phụ trách",
    "niêm yết công khai tại nhà văn hóa thôn kế hoạch",
    "huy động lực lượng thanh niên tham gia",
    "đánh giá, rút kinh nghiệm sau mỗi đợt",
)
UNITS = (
    "Phòng Nội vụ", "Phòng Tài chính - Kế hoạch", "Trạm Y tế", "Công an huyện", "Hội Phụ nữ",
    "Phòng Giáo dục và Đào tạo", "Đoàn Thanh niên", "Hạt Kiểm lâm", "Văn phòng", "Hội Nông dân",
)  # fmt: skip
TYPES = (("KH", "Kế hoạch"), ("QĐ", "Quyết định"), ("BC", "Báo cáo"), ("TB", "Thông báo"),
         ("CV", "Công văn"), ("TTr", "Tờ trình"), ("CT", "Chỉ thị"))  # fmt: skip
ONSETS = "b c ch d đ g gh gi h k kh l m n ng ngh nh ph qu r s t th tr v x"
RIMES = (
    "a à á ả ã ạ an àn án ản ang áng àng anh ánh ao áo ay áy âm ấm ân ấn ất ây ấy e é em én eo"
    " ê ế ên ếch i í in ính ít iêm iên iến iếng iết o ó oa oá oan oàn ói om on óng ô ố ôn ống"
    " ơ ờ ơi ơn ớt u ú ua uân uất ui un ung uôn uống uy ư ứ ưa ưng ước ươi ương ượng"
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """An invented document: its record, and the text of its one page."""

    record: dict[str, object]
    text: str

    @property
    def header(self) -> dict[str, str]:
        """The header of the record, its values bare."""
        header: dict[str, str] = self.record["header"]  # type: ignore[assignment]
        return header


def make_sheets(count: int) -> Iterator[Sheet]:
    """The first `count` documents of an endless row, by day of issue."""
    dice = random.Random(2873)  # noqa: S311 - no secret
    places = [name for row in load_lexicon().place for name in row.names]
    words = [onset + rime for onset, rime in itertools.product(ONSETS.split(), RIMES.split())]
    dice.shuffle(words)
    weights = list(itertools.accumulate(1 / rank for rank in range(10, len(words) + 10)))
    rare = iter(lambda: dice.choices(words, cum_weights=weights, k=500), None)
    for index in range(count):
        yield _sheet(dice, index, places, next(rare))


def _sheet(dice: random.Random, index: int, places: list[str], rare: list[str]) -> Sheet:
    code, name = dice.choices(TYPES, (9, 8, 6, 6, 12, 3, 1))[0]
    place, topic = dice.choice(places), dice.choice(TOPICS)
    day = FIRST_DAY + timedelta(days=(index * 7919) % DAYS)
    issuer = f"UBND {dice.choice(('huyện', 'xã', 'tỉnh'))} {place}"
    number = f"{dice.randint(1, 4500)}/{'UBND-VX' if code == 'CV' else code + '-UBND'}"
    subject = f"{dice.choice(('Triển khai', 'Tổ chức', 'Tăng cường', 'Về việc'))} {topic}"
    units = dice.sample(UNITS, 3)
    header = {
        "number": number, "type": code, "issuer": issuer, "place": place,
        "date": day.isoformat(), "subject": f"{subject} năm {day.year}",
    }  # fmt: skip
    tasks = [{"action": topic, "lead": [unit], "deadline": None} for unit in units]
    return Sheet({"header": header, "tasks": tasks}, _text(dice, f"{name} {subject}", units, rare))


def _text(dice: random.Random, title: str, units: list[str], rare: list[str]) -> str:
    words, fresh = title.split(), iter(rare)
    while len(words) < SYLLABLES_A_TEXT:
        words += dice.choice(units).split() + dice.choice(DEEDS).split()
        words += dice.choice(TOPICS).split() + list(itertools.islice(fresh, dice.randint(3, 14)))
    for at in range(len(words)):
        if dice.random() < SLIPS:
            cut = dice.randrange(len(words[at]))
            words[at] = words[at][:cut] + dice.choice("bcfhjwz") + words[at][cut + 1 :]
    lines = (words[at : at + 12] for at in range(0, len(words), 12))
    return "\n".join(" ".join(line) for line in lines)
