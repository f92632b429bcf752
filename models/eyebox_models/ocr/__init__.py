"""The reader: finds and reads the text of pictures with PP-OCR's networks, on the processor, offline."""

from eyebox_models.ocr.reader import read_page, warm_up

__all__ = ["read_page", "warm_up"]
