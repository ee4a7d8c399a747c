"""What has been tried, and how someone has been: attempts, definitions, staging, safety."""

from firstsnow.history.adequacy import Adequacy, Part
from firstsnow.history.age import age_years
from firstsnow.history.answer import Answer, Bounds
from firstsnow.history.attempt import Attempt
from firstsnow.history.cautions import Caution, Ground, Presented, cautions, current_cautions
from firstsnow.history.cautions.said_outright import says_none
from firstsnow.history.conventions import Conventions, conventions
from firstsnow.history.course_definitions import response_percent
from firstsnow.history.definition_file import Definition, definitions
from firstsnow.history.episodes import Episodes, EpisodeSpan, Recovery
from firstsnow.history.evaluation import (
    DefinitionHistory,
    Evaluation,
    JudgedAttempt,
    OpenQuestion,
    Period,
    Requirement,
)
from firstsnow.history.history import History, day_on_record, history
from firstsnow.history.improvement import Improvement
from firstsnow.history.last_day import last_day
from firstsnow.history.ratings import Rating
from firstsnow.history.review import Question, Review, ReviewedField, review_file
from firstsnow.history.safety import SafetyAnswer, SafetyAnswers
from firstsnow.history.staging_methods import (
    ItemPoints,
    Staging,
    StagingMethod,
    staging_methods,
)
from firstsnow.history.status import Change, Segment, Status
from firstsnow.history.untried import Untried

__all__ = [
    "Adequacy",
    "Answer",
    "Attempt",
    "Bounds",
    "Caution",
    "Change",
    "Conventions",
    "Definition",
    "DefinitionHistory",
    "EpisodeSpan",
    "Episodes",
    "Evaluation",
    "Ground",
    "History",
    "Improvement",
    "ItemPoints",
    "JudgedAttempt",
    "OpenQuestion",
    "Part",
    "Period",
    "Presented",
    "Question",
    "Rating",
    "Recovery",
    "Requirement",
    "Review",
    "ReviewedField",
    "SafetyAnswer",
    "SafetyAnswers",
    "Segment",
    "Staging",
    "StagingMethod",
    "Status",
    "Untried",
    "age_years",
    "cautions",
    "conventions",
    "current_cautions",
    "day_on_record",
    "definitions",
    "history",
    "last_day",
    "response_percent",
    "review_file",
    "says_none",
    "staging_methods",
]
