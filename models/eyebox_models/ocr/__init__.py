"""The reader: finds and reads the text of pictures with PP-OCR's networks, on the processor, offline."""
