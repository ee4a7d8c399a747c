"""Knowledge as data: files that a clinician can read, with a source beside each fact."""

from firstsnow.knowledge.files import KnowledgeError, KnowledgeModel, read_knowledge, read_named
from firstsnow.knowledge.nearest import nearest
from firstsnow.knowledge.source import UNSOURCED, Fact, Source, SourcedFile
from firstsnow.knowledge.text import Text

__all__ = [
    "UNSOURCED",
    "Fact",
    "KnowledgeError",
    "KnowledgeModel",
    "Source",
    "SourcedFile",
    "Text",
    "nearest",
    "read_knowledge",
    "read_named",
]
