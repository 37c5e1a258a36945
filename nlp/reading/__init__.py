"""Pages to words and lines, by text layer or by OCR."""
