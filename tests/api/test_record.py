from api.record import bare, directives, find_secrecy


def test_a_leaf_may_stand_bare():
    assert bare({"value": None, "evidence": None, "confidence": 0.1}) is None
    assert bare("KH") == "KH"


def test_enclosed_directives_come_in_order():
    record = {"id": 0, "enclosed": [{"id": 1, "enclosed": [{"id": 2}]}, {"id": 3}]}
    assert [part["id"] for part in directives(record)] == [0, 1, 2, 3]


def test_secrecy_is_found_in_an_enclosed_directive():
    record = {"header": {"secrecy": None}, "enclosed": [{"header": {"secrecy": "MẬT"}}]}
    assert find_secrecy(record) == "MẬT"
    assert find_secrecy({"header": {}}) is None
