"""Text packs: wordings that may not ship, installed by a site that holds a licence."""

from firstsnow.scales.packs.checking import PackMistake, pack_mistakes
from firstsnow.scales.packs.pack import ItemWording, PackLicence, TextPack
from firstsnow.scales.packs.reading import read_pack, read_packs
from firstsnow.scales.packs.template import pack_template
from firstsnow.scales.packs.worded import WordedItem, worded_items

__all__ = [
    "ItemWording",
    "PackLicence",
    "PackMistake",
    "TextPack",
    "WordedItem",
    "pack_mistakes",
    "pack_template",
    "read_pack",
    "read_packs",
    "worded_items",
]
