"""A store with a few documents, and a search in it."""

from contextlib import closing
from datetime import date

import pytest
from sqlalchemy import insert, update
from sqlalchemy.orm import sessionmaker

from api.store.documents import Arrived, Documents
from api.store.search.entries import entry_values, make_entry
from api.store.search.finder import Finder
from api.store.search.found import MOST, Wish
from api.store.search.tables import SearchEntry
from api.store.tables import Document, Task

DOCUMENTS = [
    {
        "number": "2873/KH-UBND",
        "type": "KH",
        "issuer": "UBND huyện Vĩnh Tường",
        "place": "Vĩnh Tường",
        "date": "2018-11-08",
        "subject": "Tháng hành động vì bình đẳng giới",
        "cites": "8271/KH-UBND",
        "signer": "Nguyễn Thị Sự",
        "keywords": ["bình đẳng", "trẻ em"],
    },
    {
        "number": "8271/KH-UBND",
        "type": "KH",
        "issuer": "UBND tỉnh Vĩnh Phúc",
        "date": "2018-10-24",
        "subject": "Tháng hành động",
        "keywords": ["bình đẳng"],
    },
    {"number": "05/HĐ-SNV", "type": "HĐ", "date": "2020-01-02", "subject": "Hợp đồng thuê xe"},
    {
        "number": "28730/CV-STC",
        "type": "CV",
        "issuer": "Sở Tài chính",
        "date": "2021-01-02",
        "subject": "Quyết toán",
        "lead": "Phòng Nội vụ",
        "due": "2021-02-01",
        "done": True,
    },
    {
        "number": "9/BC-SYT",
        "type": "BC",
        "issuer": "Sở Y tế",
        "date": "2022-05-05",
        "subject": "Số liệu",
        "arrival": "210",
        "lead": "Trạm Y tế",
        "due": "2999-01-01",
    },
]
BODIES = [
    "Thực hiện đường lối\nPhụ nữ và trẻ em",
    "Phụ nữ",
    "Xe ô tô 7 chỗ",
    "Binh dang gioi viết không dấu",
    "Mã hồ sơ 2873 và trẻ em, kế hoacb năm tới",
]


def reading(body):
    box = {"x0": 1.0, "top": 2.0, "x1": 3.0, "bottom": 4.0}
    lines = [
        {"words": [{"text": word, "box": box} for word in line.split()]}
        for line in body.split("\n")
    ]
    return {"number": 1, "width": 1.0, "height": 1.0, "origin": "text", "lines": lines}


def make_record(stated):
    """A record of bare values; of `cites`, `arrival`, `signer`, and of one task `lead`, `due`."""
    header = {
        name: stated[name]
        for name in ("number", "type", "issuer", "place", "date", "subject")
        if name in stated
    }
    if "signer" in stated:
        header["signer"] = {"name": stated["signer"]}
    task = {"action": "báo cáo", "lead": [stated.get("lead")], "deadline": stated.get("due")}
    cited = {"relation": "basis", "number": stated.get("cites")}
    return {
        "header": header,
        "incoming": {"number": stated["arrival"]} if "arrival" in stated else None,
        "references": [cited] if "cites" in stated else [],
        "tasks": [task] if "lead" in stated else [],
        "keywords": stated.get("keywords", []),
    }


@pytest.fixture
def documents(engine):
    return Documents(engine)


@pytest.fixture
def keep(documents, engine):
    """Keeps a document with a record and a text of one page; gives its number in the store."""
    count = iter(range(10_000))

    def keep_one(stated, body=""):
        index = next(count)
        arrived = Arrived(f"{index:064}", f"{index}.txt", "text/plain", 1, 1)
        document, _ = documents.add(arrived, reading(body), lambda _connection, _id: None)
        record = stated if "header" in stated else make_record(stated)
        documents.finish(document.id, record)
        if "done" in stated:
            state = update(Task).where(Task.document_id == document.id).values(state="done")
            with engine.begin() as connection:
                connection.execute(state)
        return document.id

    return keep_one


@pytest.fixture
def finder(engine, keep):
    for stated, body in zip(DOCUMENTS, BODIES, strict=True):
        keep(stated, body)
    with closing(Finder(engine)) as finder:
        yield finder


@pytest.fixture
def find(finder):
    return lambda query, **wish: [
        hit.document.number for hit in finder.find(query, Wish(**wish)).hits
    ]


@pytest.fixture
def many(engine):
    """More documents with the same words than are counted; gives the newest of their days."""
    days = [date(2010 + k % 12, 1 + k % 7, 1 + k % 28) for k in range(MOST + 200)]
    file = {"file_name": "m", "media_type": "text/plain", "size": 1, "pages": 1}
    rows = [{"sha256": f"m{k}", "issued_on": day, **file} for k, day in enumerate(days)]
    with sessionmaker(engine).begin() as session:
        numbers = session.scalars(insert(Document).returning(Document.id), rows).all()
        record = {"header": {"subject": "Thông báo tuyển quân"}}
        entries = [
            entry_values(number, make_entry(record, "", day))
            for number, day in zip(numbers, days, strict=True)
        ]
        session.execute(insert(SearchEntry), entries)
    return max(days)
