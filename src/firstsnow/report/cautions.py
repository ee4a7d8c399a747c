"""Words for cautions: how much a clause weighs, and where it holds."""

from __future__ import annotations

from firstsnow.i18n import Message, message
from firstsnow.treatments.caution import Region, Weight

WEIGHTS: dict[Weight, Message] = {
    "contraindicated": message("contraindicated"),
    "avoid": message("not recommended"),
    "caution": message("with care"),
}

REGIONS: dict[Region, Message] = {
    "us": message("United States"),
    "eu": message("European Union"),
    "uk": message("United Kingdom"),
    "cn": message("China"),
    "jp": message("Japan"),
    "ca": message("Canada"),
    "au": message("Australia"),
}
