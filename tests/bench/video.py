"""Videos: the ids and the answer beside transformers' own: python tests/bench/video.py [FRAMES]

A tiny checkpoint a family, a clip of 640 x 480. What a question takes of memory is measured by video_memory.py.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from threading import Event
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "helpers"))

RATE = 10.0
NEW = 8


def main(count: int) -> None:
    from transformers.video_utils import VideoMetadata

    from clips import decoded, write_clip
    from eyebox_models.engine.decoding import PICTURES
    from eyebox_models.files.document_page import frame_path
    from eyebox_models.picture import decoder
    from eyebox_models.protocol.ask import Ask, Message, Options, Picture
    from references import Reference
    from tiny_models import build_tiny
    from vision import FAMILIES, load

    decoder.use(PICTURES)
    numbers = [n * 2 for n in range(count)]
    print(f"{count} frames of 640 x 480")
    print(f"{'family':<12} {'ids':>7} {'alike':>6} {'answer':>7}")
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
            ask = Ask((Message("user", (*pictures, question)),), options=options)
            prompt = model.family.prompt(model.parts, ask)
            found = model.answer(ask, lambda _event: None, Event())
            right = list(found.token_ids) == expected[: len(found.token_ids)]
            print(f"{name:<12} {len(ids):>7,} {list(prompt.ids) == ids!s:>6} {right!s:>7}", flush=True)
            model.close()
    PICTURES.close()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 16)
