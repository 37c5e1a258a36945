"""How well scans are read: rendered pages, worn in many ways, read by ours and by others."""
