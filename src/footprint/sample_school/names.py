"""
The invented names of 420 pupils and their families.

A file of its own because it is a list: made up for this demonstration, each family name of two
words put together that nobody is known to bear.
"""

GIVEN = (
    "Alba", "Bram", "Cosima", "Dex", "Elowen", "Finch", "Greta", "Huw", "Isla", "Jory", "Kezia",
    "Linus", "Mabli", "Ned", "Orla", "Pascoe", "Quill", "Rafi", "Saoirse", "Tolly", "Una", "Vesper",
    "Wilf", "Xanthe", "Yusuf", "Zofia", "Amara", "Bodhi", "Clover", "Dara", "Ebele", "Fern",
    "Gethin", "Hana", "Ivo", "Juno", "Kit", "Leif", "Mina", "Noor", "Osk", "Piper", "Rhun", "Sunny",
    "Tamsin", "Ulla", "Viggo", "Wren", "Ysolde", "Zeki",
)  # fmt: skip
ADULTS = (
    "Abena", "Bertil", "Carys", "Dov", "Esme", "Fergal", "Gwenda", "Hamza", "Ingrid", "Jarek",
    "Keziah", "Lorcan", "Morwenna", "Nils", "Olwen", "Padma", "Quentin", "Rosalba", "Sibel",
    "Torquil", "Ursula", "Vikram", "Winnie", "Yetunde", "Zdenka",
)  # fmt: skip
_FIRST = (
    "Apple", "Bramble", "Cinder", "Dapple", "Elder", "Fennel", "Gorse", "Hazel", "Ivy", "Juniper",
    "Kestrel", "Linnet", "Mallow", "Nettle", "Osier", "Plover", "Quince", "Rowan", "Sorrel",
    "Thistle", "Umber", "Vetch", "Willow", "Yarrow",
)  # fmt: skip
_SECOND = (
    "bank", "bourne", "combe", "croft", "dyke", "fold", "garth", "hurst", "ley", "mere", "shaw",
    "stead", "thwaite", "wick",
)  # fmt: skip
FAMILIES = tuple(f"{first}{second}" for second in _SECOND for first in _FIRST)
