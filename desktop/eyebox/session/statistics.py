"""What the boxes of a session are like: by label, and by the size of the pictures that they are on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from eyebox.session import rows
from eyebox.session.store import Store

SMALL, MEDIUM = 32**2, 96**2
"""Square pixels from which on a box is medium, and large, as COCO counts them."""
MEGAPIXELS = (0.3, 1.0, 2.0, 4.0, 8.0, 16.0)
"""Pictures are counted below each of these, and above the last."""


@dataclass(frozen=True, slots=True)
class BoxCounts:
    """How many boxes there are, on how many pictures, of which size; mean width and height are pixels."""

    name: str
    boxes: int = 0
    pictures: int = 0
    small: int = 0
    medium: int = 0
    large: int = 0
    width: float = 0.0
    height: float = 0.0


@dataclass(frozen=True, slots=True)
class Statistics:
    """`labels` come the most frequent first; `sizes` are named by the megapixels that pictures have at most ("": more)."""

    all: BoxCounts
    labels: Sequence[BoxCounts]
    sizes: Sequence[BoxCounts]
    without_boxes: int
    """How many pictures have none."""
    mean: float
    median: float
    most: int
    """How many boxes a picture has: on average, in the middle, and at most."""


def count(store: Store, session: str) -> Statistics:
    """Counts all boxes of a session where they lie: nothing of them is kept in memory. Raises a StoreError."""

    def counted(name: str, group: str) -> list[BoxCounts]:
        found = store.database.rows(
            f"""SELECT {name} AS name, count(*) AS boxes, count(DISTINCT picture) AS pictures,
                sum(area < {SMALL}) AS small, sum(area >= {SMALL} AND area < {MEDIUM}) AS medium,
                sum(area >= {MEDIUM}) AS large, avg(w) AS width, avg(h) AS height
            FROM (SELECT box.picture, label, x2 - x1 AS w, y2 - y1 AS h, (x2 - x1) * (y2 - y1) AS area,
                    {_SIZE} AS size
                FROM box JOIN picture ON picture.id = box.picture
                WHERE picture.session = ? AND picture.deleted IS NULL)
            {group}""",
            (session,),
        )
        return [
            BoxCounts(
                rows.from_text(row["name"] or ""),
                *(
                    row[name] or 0
                    for name in ("boxes", "pictures", "small", "medium", "large", "width", "height")
                ),
            )
            for row in found
        ]

    pictures = store.database.rows(
        f"""SELECT {_SIZE} AS size, (SELECT count(*) FROM box WHERE box.picture = picture.id) AS boxes
        FROM picture WHERE session = ? AND deleted IS NULL""",
        (session,),
    )
    boxes = [int(row["boxes"]) for row in pictures]
    by_size = {one.name: one for one in counted("size", "GROUP BY size")}
    of_size: dict[str, int] = {}
    for row in pictures:
        of_size[str(row["size"])] = of_size.get(str(row["size"]), 0) + 1
    names = [size for size in (*map(str, MEGAPIXELS), "") if size in of_size]
    sizes = []
    for name in names:
        found = by_size.get(name, BoxCounts(name))
        sizes.append(
            BoxCounts(
                name,
                found.boxes,
                of_size[name],
                found.small,
                found.medium,
                found.large,
                found.width,
                found.height,
            )
        )
    every = counted("''", "")[0]
    return Statistics(
        BoxCounts(
            "", every.boxes, len(boxes), every.small, every.medium, every.large, every.width, every.height
        ),
        counted("label", "GROUP BY label ORDER BY boxes DESC, label"),
        sizes,
        sum(not each for each in boxes),
        sum(boxes) / len(boxes) if boxes else 0.0,
        median(boxes) if boxes else 0.0,
        max(boxes, default=0),
    )


_SIZE = (
    "CASE "
    + " ".join(
        f"WHEN picture.width * picture.height <= {most * 1e6:.0f} THEN '{most}'" for most in MEGAPIXELS
    )
    + " ELSE '' END"
)
