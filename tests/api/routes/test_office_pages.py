"""The page on which an office says who it is."""


def send(client, version, **changes):
    data = {
        "version": version,
        "names": "Phòng Y tế huyện Yên Lạc\r\n\r\n",
        "members": "",
    } | changes
    return client.post("/don-vi", data=data, follow_redirects=False)


def version_of(client):
    return client.get("/api/v1/office").json()["version"]


def test_the_office_is_named_on_its_page(app_client):
    assert "Chưa có. Khi ít nhất ba văn bản" in app_client.get("/don-vi").text
    answer = send(app_client, version_of(app_client), parent="UBND huyện Yên Lạc", added="TTYT")
    assert answer.headers["location"] == "/don-vi"
    office = app_client.get("/api/v1/office").json()
    assert (office["names"], office["parent"]) == (
        ["Phòng Y tế huyện Yên Lạc", "TTYT"],
        "UBND huyện Yên Lạc",
    )
    assert "Phòng Y tế huyện Yên Lạc" in app_client.get("/don-vi").text


def test_a_form_that_is_out_of_date_is_refused(app_client):
    version = version_of(app_client)
    send(app_client, version)
    assert send(app_client, version, names="").status_code == 409


def test_the_list_of_tasks_says_whose_they_are(app_client, read):
    assert "khai báo đơn vị" in app_client.get("/viec?cua_ta=1").text
    send(app_client, version_of(app_client))
    read("number: 12/KH-UBND\nissuer: UBND huyện Yên Lạc\ntask: a\nlead: Phòng Y tế")
    read("number: 13/KH-UBND\nissuer: UBND huyện Yên Lạc\ntask: việc b\nlead: Công an huyện")
    html = app_client.get("/viec?cua_ta=1").text
    assert "ta chủ trì" in html
    assert "việc b" not in html
    assert "việc b" in app_client.get("/viec").text
