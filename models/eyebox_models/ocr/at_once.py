"""Parts of a page worked on by other threads, several at once, while the caller goes on."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import islice
from typing import TypeVar

from eyebox_models.files.system_memory import cores

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")


def at_once(
    work: Callable[[_Item], _Result], items: Iterable[_Item], threads: int, ahead: int
) -> Generator[_Result, None, None]:
    """The results of all items in their order, by up to so many threads of their own, but no more than there are processors.

    Up to `ahead` items are begun with before their results are asked for. Who leaves early waits for what is being worked on;
    the rest is dropped.
    """
    if cores() == 1:
        yield from map(work, items)
        return
    source = iter(items)
    begun: deque[Future[_Result]] = deque()
    pool = ThreadPoolExecutor(min(threads, cores()), "reading")
    try:
        while True:
            begun.extend(pool.submit(work, item) for item in islice(source, ahead - len(begun)))
            if not begun:
                return
            yield begun.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)
