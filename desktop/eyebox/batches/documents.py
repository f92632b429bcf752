"""Pages of documents: a document is looked into when it has its turn, and then is a row a page."""

from __future__ import annotations

from contextlib import suppress

from eyebox.batches.job import BatchJob
from eyebox.batches.queue import Queue
from eyebox.batches.queue_file import Item
from eyebox_models.files.document_page import numbers_of, split_page
from eyebox_models.picture.document import is_pdf
from eyebox_models.picture.tiff import tiff_pages


def has_to_be_looked_into(item: Item) -> bool:
    """Whether only a picture engine knows how many pages there are (`LookInto`)."""
    if item.page or split_page(item.path)[1] is not None:
        return False
    with suppress(OSError, ValueError):
        return is_pdf(item.path)
    return False


def is_several(queue: Queue, item: Item) -> bool:
    """Whether it is a picture file of several pages (TIFF), which are rows of their own from now on."""
    if item.page or split_page(item.path)[1] is not None:
        return False
    count = len(tiff_pages(item.path))
    if count > 1:
        set_pages(queue, item, count)
    return count > 1


def set_pages(queue: Queue, item: Item, count: int) -> None:
    """The pages of a document that has so many, where the job does not want only some of them."""
    queue.set_pages(item.file, wanted(queue.job, count))


def wanted(job: BatchJob, count: int) -> list[int]:
    """The numbers of the pages that are worked at, of a document of `count`."""
    text = job.options.get("pages", "")
    with suppress(ValueError):
        if text:
            return [number for number in numbers_of(text, count) if number <= count]
    return [*range(1, count + 1)]
