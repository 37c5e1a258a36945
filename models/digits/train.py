"""
Trains the recogniser of digit strings and writes digits.onnx beside this file.

    PYTHONPATH=../.. python train.py --fonts FOLDER --minutes 45

FOLDER has the sub-folders hand, machine, upright and italic with font files (card.md names them).
Needs torch and onnx (requirements.txt), which nothing else of the project needs.
"""

import argparse
import time
from collections.abc import Iterator
from pathlib import Path

import compose
import numpy as np
import torch
from texts import happens
from torch import nn
from torch.utils.data import DataLoader, IterableDataset

from nlp.reading.digits import HEIGHT, SIGNS, prepare

HERE = Path(__file__).parent
WIDEST = {"narrow": 176, "date": 320}
BATCH, SHOWN, DATES = 64, 200, 0.3
LOSS = nn.CTCLoss(blank=len(SIGNS), zero_infinity=True)
Batch = tuple[torch.Tensor, torch.Tensor, torch.Tensor]


class Reader(nn.Module):
    """Convolutions that keep half the width as time, then dilated ones along it, for CTC."""

    def __init__(self) -> None:
        super().__init__()
        self.eye = nn.Sequential(
            *_step(1, 16), nn.MaxPool2d(2),
            *_step(16, 32), *_step(32, 48), nn.MaxPool2d((2, 1)),
            *_step(48, 64), *_step(64, 64), nn.MaxPool2d((2, 1)),
            *_step(64, 96), nn.Conv2d(96, 128, (HEIGHT // 8, 1)), nn.BatchNorm2d(128), nn.ReLU(),
        )  # fmt: skip
        self.along = nn.ModuleList(
            nn.Sequential(
                nn.Conv1d(128, 128, 5, padding=2 * gap, dilation=gap),
                nn.BatchNorm1d(128),
                nn.ReLU(),
            )
            for gap in (1, 2, 4)
        )
        self.drop = nn.Dropout(0.1)
        self.sign = nn.Conv1d(128, len(SIGNS) + 1, 1)

    def forward(self, ink: torch.Tensor) -> torch.Tensor:
        """Ink (N, HEIGHT, width) to log-probabilities (N, width / 2, signs + 1), blank last."""
        seen = self.eye(ink.unsqueeze(1)).squeeze(2)
        for layer in self.along:
            seen = seen + layer(seen)
        return self.sign(self.drop(seen)).transpose(1, 2).log_softmax(2)


def _step(into: int, out: int) -> tuple[nn.Module, ...]:
    return nn.Conv2d(into, out, 3, padding=1, bias=False), nn.BatchNorm2d(out), nn.ReLU()


class Slots(IterableDataset[Batch]):
    """Endless batches of freshly drawn crops."""

    def __init__(self, fonts: compose.Fonts, size: int, seed: int) -> None:
        super().__init__()
        self.fonts, self.size, self.seed = fonts, size, seed

    def __iter__(self) -> Iterator[Batch]:
        worker = torch.utils.data.get_worker_info()
        rng = np.random.default_rng([self.seed, worker.id if worker else 0])
        while True:
            family = "date" if happens(rng, DATES) else "narrow"
            yield collate(list(self._draw(family, rng)))

    def _draw(self, family: str, rng: np.random.Generator) -> Iterator[tuple[np.ndarray, str]]:
        drawn = 0
        while drawn < self.size:
            kind = "date" if family == "date" else str(rng.choice(["number", "number", "day"]))
            crop, text = compose.compose(kind, self.fonts, rng)
            ink = prepare(crop)
            if ink.shape[1] <= WIDEST[family]:
                drawn += 1
                yield ink, text


def collate(drawn: list[tuple[np.ndarray, str]]) -> Batch:
    """Crops on one canvas, with their signs in a row and the length of each."""
    width = -(-max(ink.shape[1] for ink, _ in drawn) // 4) * 4
    canvas = np.zeros((len(drawn), HEIGHT, width), np.float32)
    for row, (ink, _) in enumerate(drawn):
        canvas[row, :, : ink.shape[1]] = ink
    signs = [SIGNS.index(sign) for _, text in drawn for sign in text]
    return (
        torch.from_numpy(canvas),
        torch.tensor(signs),
        torch.tensor([len(text) for _, text in drawn]),
    )


def find_fonts(folder: Path) -> compose.Fonts:
    """The fonts of a folder by their use."""
    return compose.Fonts(
        *(
            tuple(sorted((folder / use).iterdir()))
            for use in ("hand", "machine", "upright", "italic")
        )
    )


def train(fonts: compose.Fonts, minutes: float, start: Path | None, rate: float) -> Reader:
    """Train for a number of minutes, the rate of learning falling along a cosine."""
    reader = Reader().to(memory_format=torch.channels_last)
    if start is not None:
        reader.load_state_dict(torch.load(start))
    optimizer = torch.optim.AdamW(reader.parameters(), lr=rate, weight_decay=0.01)
    slots = Slots(fonts, BATCH, int(time.time()))
    batches = DataLoader(slots, batch_size=None, num_workers=1, prefetch_factor=8)
    began, losses = time.monotonic(), []
    reader.train()
    for step, batch in enumerate(batches, 1):
        share = (time.monotonic() - began) / (60 * minutes)
        if share >= 1:
            break
        for group in optimizer.param_groups:
            group["lr"] = rate * min(1.0, step / 100) * (0.02 + 0.49 * (1 + np.cos(np.pi * share)))
        losses.append(learn(reader, optimizer, batch))
        if step % SHOWN == 0:
            print(
                f"{step * BATCH} crops, {share:.0%}, loss {np.mean(losses[-SHOWN:]):.4f}",
                flush=True,
            )
    return reader


def learn(reader: Reader, optimizer: torch.optim.Optimizer, batch: Batch) -> float:
    """One step; the loss before it."""
    ink, signs, lengths = batch
    with torch.autocast("cpu", torch.bfloat16):
        scores = reader(ink).float()
    steps = torch.full((len(ink),), scores.shape[1])
    loss = LOSS(scores.transpose(0, 1), signs, steps, lengths)
    optimizer.zero_grad()
    loss.backward()
    nn.utils.clip_grad_norm_(reader.parameters(), 2.0)
    optimizer.step()
    return float(loss.detach())


def export(reader: Reader, path: Path) -> None:
    """Write the network for onnxruntime, for any number and width of crops."""
    reader.eval()
    torch.onnx.export(
        reader,
        (torch.zeros(2, HEIGHT, 96),),
        str(path),
        input_names=["ink"],
        output_names=["scores"],
        dynamic_axes={"ink": {0: "crops", 2: "width"}, "scores": {0: "crops", 1: "time"}},
        opset_version=17,
        dynamo=False,
    )


def main() -> None:
    """Read the arguments, train, save and export."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--fonts", type=Path, required=True)
    parser.add_argument("--minutes", type=float, default=45)
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--start", type=Path)
    parser.add_argument("--out", type=Path, default=HERE / "digits.onnx")
    given = parser.parse_args()
    torch.set_num_threads(1)
    reader = train(find_fonts(given.fonts), given.minutes, given.start, given.rate)
    torch.save(reader.state_dict(), given.out.with_suffix(".pt"))
    export(reader, given.out)


if __name__ == "__main__":
    main()
