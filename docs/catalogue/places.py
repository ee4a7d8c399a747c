"""Where what a source says holds, and links to the treatments that it speaks of."""

from __future__ import annotations

from docs.catalogue.markdown import link
from firstsnow.treatments import catalogue as treatments
from firstsnow.treatments.caution import Contraindication, Interaction
from firstsnow.treatments.monitoring import Check

REGIONS = {
    "us": "United States",
    "eu": "European Union",
    "uk": "United Kingdom",
    "cn": "China",
    "jp": "Japan",
    "ca": "Canada",
    "au": "Australia",
}


def place(fact: Contraindication | Interaction | Check) -> str:
    """Say in brackets for which region and route something holds, where it is for one alone."""
    parts = [REGIONS[fact.region]] if fact.region else []
    if isinstance(fact, Contraindication) and fact.route:
        parts.append(f"{fact.route} only")
    return f" ({', '.join(parts)})" if parts else ""


def named(identifier: str) -> str:
    """Name another treatment, with a link to its page."""
    found = treatments()[identifier]
    return link(found.name.en, f"{found.id}.md")
