"""The catalogue of treatments: names, usual doses and rules for an adequate attempt, as data."""

from firstsnow.treatments.adequacy import (
    AdequacyRule,
    Basis,
    GivenAs,
    MinimumDose,
    MinimumDuration,
    MinimumLevel,
    MinimumSessions,
)
from firstsnow.treatments.catalogue import (
    UnknownTreatment,
    catalogue,
    find,
    read_treatment,
    treatment,
)
from firstsnow.treatments.dose import DoseUnit, Route, UsualDose
from firstsnow.treatments.mechanism import MechanismClass, mechanisms
from firstsnow.treatments.names import Code, Codes, GenericName, Names, OtherName
from firstsnow.treatments.search import Match
from firstsnow.treatments.treatment import Kind, Mechanism, Role, Treatment, Variant

__all__ = [
    "AdequacyRule",
    "Basis",
    "Code",
    "Codes",
    "DoseUnit",
    "GenericName",
    "GivenAs",
    "Kind",
    "Match",
    "Mechanism",
    "MechanismClass",
    "MinimumDose",
    "MinimumDuration",
    "MinimumLevel",
    "MinimumSessions",
    "Names",
    "OtherName",
    "Role",
    "Route",
    "Treatment",
    "UnknownTreatment",
    "UsualDose",
    "Variant",
    "catalogue",
    "find",
    "mechanisms",
    "read_treatment",
    "treatment",
]
