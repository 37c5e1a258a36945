def test_a_unit_tells_what_it_was(app_client):
    (organ,) = app_client.get("/api/v1/organs", params={"name": "xa tho tang"}).json()
    assert (organ["since"], organ["until"]) == ("2025-07-01", None)
    assert organ["former"][:2] == ["huyện Vĩnh Tường", "thị trấn Thổ Tang"]


def test_a_name_that_nobody_has_gives_none(app_client):
    assert app_client.get("/api/v1/organs", params={"name": "xã Không Có"}).json() == []
    assert app_client.get("/api/v1/organs", params={"name": ""}).status_code == 422
