"""Everything about opening pictures: pixel files, thumbnails and facts in the picture engine; arrays everywhere else.

Every picture comes out upright, in 8-bit sRGB with straight alpha, strip by strip in bounded memory.
What cannot be opened raises EyeboxError with one sentence that names the file and says what to do.
"""

from eyebox_models.picture.array import PictureArray, decoded_array, open_array
from eyebox_models.picture.crops import crops
from eyebox_models.picture.pixel_file import decode, measure
from eyebox_models.picture.thumbnail import thumbnail

__all__ = ["PictureArray", "crops", "decode", "decoded_array", "measure", "open_array", "thumbnail"]
