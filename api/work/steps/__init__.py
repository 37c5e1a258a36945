"""What child processes do, one function a step. Each gives bytes: JSON, or a picture."""
