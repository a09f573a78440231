# A picture as the canvas draws it.

from typing import IO

class ImageReader:
    def __init__(self, fileName: IO[bytes]) -> None: ...
