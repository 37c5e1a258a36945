def test_a_service_that_works_says_so(app_client):
    answer = app_client.get("/api/v1/health")
    assert answer.json() == {"status": "ok", "documents": {}}
