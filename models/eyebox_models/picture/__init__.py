"""The only place that opens pictures: for the window (pixel files, thumbnails) and for the reader (arrays).

Every picture comes out upright, in 8-bit sRGB, opaque over white, strip by strip in bounded memory.
What cannot be opened raises EyeboxError with one sentence that names the file and says what to do.
"""

from eyebox_models.picture.array import PictureArray, decoded_array, open_array
from eyebox_models.picture.pixel_file import decode
from eyebox_models.picture.source import upright_size
from eyebox_models.picture.thumbnail import thumbnail

__all__ = ["PictureArray", "decode", "decoded_array", "open_array", "thumbnail", "upright_size"]
