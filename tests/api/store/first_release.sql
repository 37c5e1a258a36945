-- What a desk of the first release holds: two documents that are read, one that waits, a refusal.
INSERT INTO documents (sha256, file_name, media_type, size, pages, pages_done, state, read_at,
  number, type, issuer, place, issued_on, subject, urgency, arrival_number, arrival_date, record)
VALUES
 (repeat('a', 64), 'ke-hoach.pdf', 'application/pdf', 1200, 1, 1, 'ready', now(),
  '12/KH-UBND', 'KH', 'UBND xã Hòa Bình', 'Hòa Bình', '2024-03-05', 'Trồng cây', NULL, '0210',
  '2024-03-07', '{"header": {"number": "12/KH-UBND", "subject": "Trồng cây", "type": "KH"}, "incoming": {"number": "0210"},
  "references": [{"relation": "implements", "number": "9/CV-UBND"}],
  "tasks": [{"action": "báo cáo kết quả", "lead": ["Trạm Y tế"], "deadline": "2024-12-20"}]}'),
 (repeat('b', 64), 'ghi-nho.txt', 'text/plain', 15, 1, 1, 'waiting', NULL,
  NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
 (repeat('c', 64), 'hong.pdf', 'application/pdf', 9, 3, 1, 'failed', NULL,
  NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO pages (document_id, number, width, height, origin, text, reading)
SELECT id, 1, 595, 842, 'text', 'number: 9/CV-UBND', '{"number": 1, "width": 595, "height": 842,
  "origin": "text", "frames": [], "rotation_degrees": 0, "skew_degrees": 0, "lines": [{"words":
  [{"text": "number:"}, {"text": "9/CV-UBND"}]}]}' FROM documents;
INSERT INTO tasks (document_id, directive, position, action, lead, support, deadline, section,
  units, page, number, issuer)
SELECT id, 0, 0, 'báo cáo kết quả', '{Trạm Y tế}', '{}', '2024-12-20', '{}', 'tram y te', 1,
  number, issuer FROM documents WHERE state = 'ready';
INSERT INTO search_entries (document_id, head, body)
SELECT id, '''trồng'' ''cây''', '''trồng'' ''cây''' FROM documents WHERE state = 'ready';
INSERT INTO number_entries (document_id, role, key)
SELECT id, 'own', '12/KHUBND' FROM documents WHERE state = 'ready';
INSERT INTO refusals (sha256, level) VALUES (repeat('d', 64), 'MẬT');
INSERT INTO procrastinate_jobs (task_name, queue_name, status, args)
SELECT 'read_document', 'default', 'todo', jsonb_build_object('document_id', id)
FROM documents WHERE state = 'waiting';
