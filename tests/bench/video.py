"""Videos: the ids and the answer beside transformers' own, and memory predicted beside what was taken.

python tests/bench/video.py [FRAMES]     a tiny checkpoint a family, a clip of 640 x 480. Linux only.

Predicted are cache and activations of the question; taken is the peak of anonymous memory less that before it, after a first
short question.
"""

from __future__ import annotations

import gc
import sys
import tempfile
from pathlib import Path
from threading import Event
from typing import Any

sys.path[:0] = [str(Path(__file__).resolve().parent), str(Path(__file__).resolve().parent.parent / "helpers")]

RATE = 10.0
NEW = 8


def main(count: int) -> None:
    from transformers.video_utils import VideoMetadata

    from clips import decoded, write_clip
    from eyebox_models.engine.decoding import PICTURES
    from eyebox_models.files.document_page import frame_path
    from eyebox_models.fit.machine import machine
    from eyebox_models.fit.precision import choose
    from eyebox_models.fit.predict import predict
    from eyebox_models.picture import decoder
    from eyebox_models.protocol.ask import Ask, Message, Options, Picture
    from memory import Peak, anonymous
    from references import Reference
    from tiny_models import build_tiny
    from vision import FAMILIES, load

    decoder.use(PICTURES)
    numbers = [n * 2 for n in range(count)]
    print(f"{count} frames of 640 x 480")
    print(
        f"{'family':<12} {'ids':>7} {'alike':>6} {'answer':>7} {'predicted MB':>13} {'taken MB':>9} {'ratio':>6}"
    )
    with tempfile.TemporaryDirectory() as home:
        clip = write_clip(Path(home) / "clip.mp4", 2 * count, RATE, (640, 480))
        frames = decoded(clip)
        pictures = tuple(Picture(frame_path(clip, number / RATE), in_video=True) for number in numbers)
        for name in FAMILIES:
            folder = build_tiny(name, Path(home) / name)
            reference = Reference(folder)
            question = "What is in the picture?"
            chat = [{"role": "user", "content": [{"type": "video"}, {"type": "text", "text": question}]}]
            inputs: Any = reference.processor(
                text=[reference.processor.apply_chat_template(chat, add_generation_prompt=True)],
                videos=[[frames[number] for number in numbers]],
                video_metadata=[
                    VideoMetadata(total_num_frames=len(frames), fps=RATE, frames_indices=numbers)
                ],
                do_sample_frames=False,
                return_tensors="pt",
            )
            ids = inputs["input_ids"][0].tolist()
            made = reference.model.generate(
                **inputs, max_new_tokens=NEW, do_sample=False, repetition_penalty=1.05
            )
            expected = made[0, len(ids) :].tolist()
            del reference, inputs
            model = load(folder)
            options = Options(max_new_tokens=NEW, cache_bytes=0)

            def answer(*parts: Any, model: Any = model, options: Options = options) -> Any:
                return model.answer(Ask((Message("user", parts),), "", options), lambda _event: None, Event())

            answer(pictures[0], "Hello")
            model.known.clear()
            gc.collect()
            before = anonymous()
            with Peak() as peak:
                found = answer(*pictures, question)
            checkpoint = model.parts.checkpoint
            layout = model.family.see_video(checkpoint, 640, 480, count, options)
            choice = choose(checkpoint, Options(precision="fp32", device="cpu"), machine())
            said = predict(checkpoint, [layout], choice, len(ids) - layout.visual_tokens, NEW)
            prompt = model.family.prompt(
                model.parts, Ask((Message("user", (*pictures, question)),), "", options)
            )
            predicted, taken = said.cache + said.activations, peak.bytes - before
            right = list(found.token_ids) == expected[: len(found.token_ids)]
            print(
                f"{name:<12} {len(ids):>7,} {list(prompt.ids) == ids!s:>6} {right!s:>7} {predicted / 1e6:>13.1f} "
                f"{taken / 1e6:>9.1f} {taken / predicted:>6.2f}",
                flush=True,
            )
            model.close()
    PICTURES.close()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 16)
