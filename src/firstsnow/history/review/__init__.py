"""The review of what makes a depression difficult to treat, and of what helped."""

from firstsnow.history.review.entry import Entry
from firstsnow.history.review.field_file import Informant, ReviewField, ReviewFile, review_file
from firstsnow.history.review.help import Helped, RelativeHelped
from firstsnow.history.review.questions import Question
from firstsnow.history.review.review import Option, Review, ReviewedField, review

__all__ = [
    "Entry",
    "Helped",
    "Informant",
    "Option",
    "Question",
    "RelativeHelped",
    "Review",
    "ReviewField",
    "ReviewFile",
    "ReviewedField",
    "review",
    "review_file",
]
