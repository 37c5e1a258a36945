"""Write the pipeline to disk, so that `spacy.load("models/vi_directive")` gives it."""

import sys
from pathlib import Path

import spacy

from nlp.spans.pipeline import build_pipeline

TARGET = Path(__file__).parent
EXAMPLE = "Thực hiện Kế hoạch số 15/KH-UBND ngày 03/02/2020 của UBND tỉnh Nghệ An."


def main() -> int:
    """Build, write and read the pipeline once; 0 where it marks the example."""
    build_pipeline().to_disk(TARGET)
    doc = spacy.load(TARGET)(EXAMPLE)
    for span in doc.spans["sc"]:
        print(f"{span.label_:10} {span.text}")
    return 0 if doc.spans["sc"] else 1


if __name__ == "__main__":
    sys.exit(main())
