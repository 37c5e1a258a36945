import pytest


def operations(client):
    spec = client.get("/api/v1/openapi.json").json()
    return {
        (path, method): operation
        for path, methods in spec["paths"].items()
        for method, operation in methods.items()
    }


def test_every_route_of_the_api_is_described(app_client):
    found = operations(app_client)
    assert ("/api/v1/documents", "post") in found
    for (path, _), operation in found.items():
        assert path.startswith("/api/v1/")
        assert operation["summary"]
        assert operation["description"]
        assert operation["tags"]


def test_every_field_of_an_answer_has_an_example(app_client):
    schemas = app_client.get("/api/v1/openapi.json").json()["components"]["schemas"]
    ours = {name: schema for name, schema in schemas.items() if name.endswith("Answer")}
    assert "DocumentAnswer" in ours
    for name, schema in ours.items():
        if "example" in schema:
            continue
        for field, told in schema["properties"].items():
            is_nested = "$ref" in str(told) or "const" in told
            assert is_nested or "examples" in told or "description" in told, (name, field)


def test_problems_are_described_where_they_may_be_answered(app_client):
    found = operations(app_client)
    told = found["/api/v1/documents", "post"]["responses"]
    assert {"200", "201", "408", "413", "415", "422", "507"} <= set(told)
    assert "application/problem+json" in told["422"]["content"]


@pytest.mark.parametrize("path", ["/", "/api/v1/health", "/api/v1/documents/99", "/nothing"])
def test_every_answer_has_the_headers_of_security(app_client, path):
    headers = app_client.get(path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]


def test_a_path_that_is_not_there_is_a_problem(app_client):
    answer = app_client.get("/api/v1/nothing")
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"


def test_a_method_that_is_not_allowed_is_a_problem(app_client):
    answer = app_client.delete("/api/v1/documents")
    assert (answer.status_code, answer.json()["code"]) == (405, "method_not_allowed")


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site", "Origin": "https://example.org"},
        {"Sec-Fetch-Site": "same-site", "Origin": "http://other.testserver"},
        {"Origin": "https://example.org"},
        {"Origin": "null"},
    ],
)
@pytest.mark.parametrize("path", ["/tim/luu", "/api/v1/documents", "/van-ban/1/vao-so"])
def test_a_page_of_another_site_changes_nothing(app_client, path, headers):
    answer = app_client.post(path, headers=headers, data={"q": "kế hoạch"})
    assert (answer.status_code, answer.json()["code"]) == (403, "foreign_request")
    assert app_client.get("/api/v1/searches").json()["items"] == []
    page = app_client.post(path, headers={**headers, "Accept": "text/html"})
    assert (page.status_code, page.headers["content-type"][:9]) == (
        403,
        "text/html" if not path.startswith("/api/") else "applicati",
    )


@pytest.mark.parametrize(
    "headers",
    [{}, {"Sec-Fetch-Site": "same-origin"}, {"Origin": "http://testserver"}],
)
def test_own_pages_and_programs_may_change_things(app_client, headers):
    answer = app_client.post(
        "/tim/luu", headers=headers, data={"q": "kế hoạch"}, follow_redirects=False
    )
    assert answer.status_code == 303
    assert len(app_client.get("/api/v1/searches").json()["items"]) == 1


def test_a_page_of_another_site_may_lead_here(app_client):
    assert app_client.get("/", headers={"Sec-Fetch-Site": "cross-site"}).status_code == 200


@pytest.mark.parametrize("path", ["/van-ban/abc", "/khong-co", "/viec/99"])
def test_who_opens_a_page_that_is_not_there_is_told_so_on_a_page(app_client, path):
    answer = app_client.get(path, headers={"Accept": "text/html"})
    assert answer.status_code in {404, 422}
    assert "Về trang đầu" in answer.text


def test_scripts_and_programs_are_told_in_json(app_client):
    for path, headers in (
        ("/viec/99", {"Accept": "text/html", "HX-Request": "true"}),
        ("/api/v1/documents/99", {"Accept": "text/html"}),
    ):
        assert app_client.get(path, headers=headers).json()["code"] == "not_found"
