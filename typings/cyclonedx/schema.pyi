from enum import Enum

class SchemaVersion(Enum):
    V1_6 = (1, 6)
