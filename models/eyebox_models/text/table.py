"""The rows and columns that the lines of a page stand in."""

from __future__ import annotations

from eyebox_models.ocr.quarters import level_box, level_lines, quarter
from eyebox_models.protocol.box import enclosing
from eyebox_models.protocol.dataclass import dataclass
from eyebox_models.protocol.page import Line, Page, Rect
from eyebox_models.text.find import span_box
from eyebox_models.text.neighbours import slope

WIDE_GAP = 1.6
"""A space of that many line heights between two words of one line separates two cells."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its text, the box around it and the lines it came from; an empty one has no box.

    It runs over so many `columns`: the cells to its right that it covers are empty.
    """

    text: str = ""
    box: Rect | None = None
    lines: tuple[int, ...] = ()
    columns: int = 1


@dataclass(frozen=True, slots=True)
class _Piece:
    text: str
    box: Rect
    line: int


def table(page: Page) -> tuple[tuple[Cell, ...], ...]:
    """The page as rows of cells, every row as long as the others; without any text there are no rows."""
    turns = quarter(line.quad for line in page.lines)
    lines = level_lines(page.lines)
    pieces = [piece for i, line in enumerate(lines) for piece in _pieces(i, line)]
    rows = _rows(pieces, slope(lines))
    columns = _columns(rows)
    cells: list[tuple[Cell, ...]] = []
    for row in rows:
        sorted_out: list[list[_Piece]] = [[] for _ in columns]
        for piece in row:
            sorted_out[_column_of(piece, columns)].append(piece)
        cells.append(
            tuple(_cell(group, turns, _reach(i, sorted_out, columns)) for i, group in enumerate(sorted_out))
        )
    return tuple(cells)


def to_markdown(rows: tuple[tuple[Cell, ...], ...]) -> str:
    """A Markdown table; its first row is the head. Pipes and other marks of the cells are escaped."""
    if not rows:
        return ""
    lines = ["| " + " | ".join(escaped(cell.text) for cell in row) + " |" for row in rows]
    lines.insert(1, "|" + " --- |" * len(rows[0]))
    return "\n".join(lines)


def escaped(text: str) -> str:
    """A text without meaning as Markdown, on one line."""
    one_line = " ".join(text.split())
    return "".join("\\" + c if c in r"\`*_{}[]<>#|~" else c for c in one_line)


def _pieces(index: int, line: Line) -> list[_Piece]:
    """A line, cut where the gap between two words is as wide as between columns."""
    text = line.text
    height = min(line.box[3] - line.box[1], line.box[2] - line.box[0])
    cuts: list[tuple[int, int]] = []
    position = 0
    previous: Rect | None = None
    first = 0
    for word in line.words:
        at = text.find(word.text, position)
        if at < 0:
            cuts = []
            break
        if previous and word.box[0] - previous[2] > WIDE_GAP * height:
            cuts.append((first, position))
            first = at
        previous, position = word.box, at + len(word.text)
    cuts.append((first if cuts else 0, len(text)))
    return [
        _Piece(text[a:b].strip(), span_box(line, a, b) if len(cuts) > 1 else line.box, index)
        for a, b in cuts
        if text[a:b].strip()
    ]


def _rows(pieces: list[_Piece], fall: float) -> list[list[_Piece]]:
    """Pieces of one height, from top to bottom and from left to right."""

    def height(piece: _Piece) -> float:
        return piece.box[3] - piece.box[1]

    def middle(piece: _Piece) -> float:
        return (piece.box[1] + piece.box[3]) / 2 - fall * (piece.box[0] + piece.box[2]) / 2

    rows: list[list[_Piece]] = []
    for piece in sorted(pieces, key=middle):
        row = rows[-1] if rows else []
        near = row and abs(middle(piece) - sum(map(middle, row)) / len(row)) < 0.5 * min(
            map(height, [*row, piece])
        )
        stacked = any(min(p.box[2], piece.box[2]) - max(p.box[0], piece.box[0]) > 2 for p in row)
        if near and not stacked:
            row.append(piece)
        else:
            rows.append([piece])
    return [sorted(row, key=lambda piece: piece.box[0]) for row in rows]


def _columns(rows: list[list[_Piece]]) -> list[tuple[float, float]]:
    """Where the columns lie: ranges of x that the pieces of rows with several pieces share.

    A piece that would join two columns which some row keeps apart runs over both and counts for neither.
    """
    pieces = [piece for row in rows if len(row) > 1 for piece in row]
    if not pieces:
        return [(0.0, 0.0)] if rows else []
    columns: list[tuple[float, float]] = []
    for piece in sorted(pieces, key=lambda p: p.box[2] - p.box[0]):
        x1, _, x2, _ = piece.box
        touched = [c for c in columns if min(c[1], x2) > max(c[0], x1)]
        if len(touched) > 1 and _kept_apart(rows, touched):
            continue
        columns = [c for c in columns if c not in touched]
        columns.append((min([x1, *(c[0] for c in touched)]), max([x2, *(c[1] for c in touched)])))
    return sorted(columns)


def _kept_apart(rows: list[list[_Piece]], columns: list[tuple[float, float]]) -> bool:
    """Whether some row has pieces that lie for the greater part in two of these columns."""
    return any(sum(any(_lies_in(p, column) for p in row) for column in columns) > 1 for row in rows)


def _lies_in(piece: _Piece, column: tuple[float, float]) -> bool:
    x1, _, x2, _ = piece.box
    return min(x2, column[1]) - max(x1, column[0]) > 0.5 * (x2 - x1)


def _column_of(piece: _Piece, columns: list[tuple[float, float]]) -> int:
    x1, _, x2, _ = piece.box
    overlaps = [min(x2, right) - max(x1, left) for left, right in columns]
    for i, (left, right) in enumerate(columns):
        if overlaps[i] > 0.5 * min(x2 - x1, right - left):
            return i
    if max(overlaps) > 0:
        return overlaps.index(max(overlaps))
    return min(range(len(columns)), key=lambda i: abs(sum(columns[i]) / 2 - (x1 + x2) / 2))


def _reach(first: int, row: list[list[_Piece]], columns: list[tuple[float, float]]) -> int:
    """How many columns the cell of a row covers for the greater part, up to the next one with a text."""
    right = max((piece.box[2] for piece in row[first]), default=0.0)
    last = first
    for number in range(first + 1, len(columns)):
        start, end = columns[number]
        if row[number] or right - start <= 0.5 * (end - start):
            break
        last = number
    return last - first + 1


def _cell(pieces: list[_Piece], turns: int, columns: int) -> Cell:
    if not pieces:
        return Cell()
    box = enclosing([point for p in pieces for point in (p.box[:2], p.box[2:])])
    return Cell(
        " ".join(p.text for p in pieces),
        level_box(box, -turns, 0, 0),
        tuple(dict.fromkeys(p.line for p in pieces)),
        columns,
    )
