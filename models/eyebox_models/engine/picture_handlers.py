"""What the picture engine is asked for: pixels, sizes, text layers, thumbnails, crops, edges. See `handlers`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from eyebox_models.protocol import picture_requests
from eyebox_models.protocol.errors import Stopped

if TYPE_CHECKING:
    from eyebox_models.engine.handlers import Job


def decode(request: picture_requests.Decode, job: Job) -> Any:
    from eyebox_models import picture

    with _for_a_picture(request.path, job):
        return picture.decode(
            request.path,
            request.folder,
            job.emit,
            job.stop,
            smaller=request.smaller,
            plain=request.plain,
            turns=request.turns,
            preview=request.preview,
        )


def measure(request: picture_requests.Measure, job: Job) -> Any:
    from eyebox_models import picture

    with _for_a_picture(request.path, job):
        return picture.measure(request.path, job.stop)


def look_into(request: picture_requests.LookInto, job: Job) -> Any:
    from eyebox_models.picture.document import document_facts

    with _for_a_picture(request.path, job):
        return document_facts(request.path)


def look_into_video(request: picture_requests.LookIntoVideo, job: Job) -> Any:
    from eyebox_models.picture.video import video_facts

    with _for_a_picture(request.path, job):
        return video_facts(request.path, job.stop, request.count, request.rate, request.times, request.scenes)


def take_text(request: picture_requests.TakeText, job: Job) -> Any:
    from eyebox_models.picture.text_layer import text_layer

    with _for_a_picture(request.path, job):
        return text_layer(request.path, job.stop)


def make_thumbnail(request: picture_requests.MakeThumbnail, job: Job) -> Any:
    from eyebox_models import picture

    with _for_a_picture(request.path, job):
        return picture.thumbnail(request.path, request.file, request.size, request.turns)


def make_crops(request: picture_requests.MakeCrops, job: Job) -> Any:
    from eyebox_models import picture

    with _for_a_picture(request.path, job):
        return picture.crops(
            request.path,
            request.folder,
            request.rects,
            request.size,
            request.context,
            request.turns,
            job.stop,
        )


def find_edges(request: picture_requests.FindEdges, job: Job) -> Any:
    from eyebox_models.picture.array import unread_array
    from eyebox_models.picture.edges import edges_of
    from eyebox_models.protocol.box import EdgesFound

    picture, found = unread_array(request.pixels), []
    for box in request.boxes:
        if job.stop.is_set():
            raise Stopped
        found.append(edges_of(picture, box, request.reach))
    return EdgesFound(tuple(found))


def _for_a_picture(path: str, job: Job) -> Any:
    from eyebox_models.picture import memory, refusal

    if job.limited:
        memory.limit_this_process()
    return refusal.as_memory_error(Path(path))
