"""What speaks against a planned treatment: present, absent or unknown, each with its clause."""

from firstsnow.history.cautions.caution import Caution, Ground, Presented
from firstsnow.history.cautions.cautions import cautions, current_cautions

__all__ = ["Caution", "Ground", "Presented", "cautions", "current_cautions"]
