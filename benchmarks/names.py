"""Whether pronouns are resolved as well for people with one sort of names as with another: figures of docs/limits.md.

``python benchmarks/names.py`` puts a woman's and a man's name from one part of the world into the same short texts, in
which nothing but the names tells who "she" and "he" are, and counts how often the speaker is right, wrong or None.
``--write`` writes the table into the page. The names are common ones of each part; the texts are made.
"""

import argparse
from collections import Counter
from itertools import product
from pathlib import Path

from scoring import write_tables

from quoteattr import extract

PAGE = Path(__file__).parents[1] / "docs" / "limits.md"
TEXTS = (
    "{w} met {m} on Monday. “The harvest was good,” {p} said.",
    "{m} and {w} spoke to reporters after the vote. {P} said that the count was fair.",
    "The letter was signed by {w}. {m} had read it before. It was a mistake, {p} told the newspaper.",
)
# For each part of the world: women's names, men's names, surnames.
NAMES = {
    "Arabic": (
        "Fatima Aisha Layla Noor Salma Zainab",
        "Omar Khalid Youssef Hassan Tariq Ali",
        "Haddad Mansour",
    ),
    "Chinese": (
        "Xiuying Meiling Yan Fang Lihua Jing",
        "Jianguo Wei Jun Haoran Zhiqiang Bo",
        "Zhang Liu",
    ),
    "East African": (
        "Wanjiru Achieng Akinyi Amina Njeri Zawadi",
        "Kamau Otieno Juma Baraka Kiprono Mwangi",
        "Mutua Odhiambo",
    ),
    "English": (
        "Emily Sarah Margaret Karen Alice Jane",
        "James Robert Edward Paul Simon George",
        "Turner Whitfield",
    ),
    "Ethiopian": (
        "Almaz Tigist Hirut Meseret Genet Selam",
        "Abiy Tesfaye Dawit Getachew Mulugeta Yared",
        "Bekele Tadesse",
    ),
    "Hispanic": (
        "María Carmen Lucía Guadalupe Ximena Rosa",
        "José Carlos Javier Alejandro Miguel Diego",
        "Herrera Vega",
    ),
    "Indian": (
        "Priya Lakshmi Anjali Sunita Kavita Deepa",
        "Rajesh Amit Sanjay Vikram Arjun Suresh",
        "Sharma Reddy",
    ),
    "Japanese": (
        "Yuki Sakura Keiko Haruka Naoko Emi",
        "Hiroshi Takashi Kenji Daisuke Satoshi Haruto",
        "Tanaka Mori",
    ),
    "Korean": (
        "Ji-woo Seo-yeon Min-hee Hye-jin Soo-yeon Eun-ji",
        "Jae-in Min-jun Sang-woo Dong-hoon Seung-ho Ki-moon",
        "Park Choi",
    ),
    "Pacific": (
        "Aroha Mele Salote Ngaire Mereana Litia",
        "Sione Tevita Wiremu Semisi Sitiveni Viliame",
        "Tuilagi Parata",
    ),
    "Slavic": (
        "Olena Svetlana Katarzyna Ivana Natalia Milena",
        "Dmitri Oleksandr Piotr Zoran Vladimir Jan",
        "Kovač Marek",
    ),
    "Southeast Asian": (
        "Siriporn Dewi Maricel Siti Yingluck Thảo",
        "Somchai Budi Rommel Agus Prayut Tuấn",
        "Santoso Reyes",
    ),
    "Southern African": (
        "Thandiwe Nomsa Lerato Xoliswa Palesa Zanele",
        "Sipho Thabo Bongani Mandla Sizwe Vusi",
        "Dlamini Moyo",
    ),
    "Turkish and Persian": (
        "Ayşe Elif Merve Zahra Maryam Shirin",
        "Mehmet Emre Kemal Reza Hossein Mehdi",
        "Yıldız Karimi",
    ),
    "West African": (
        "Ngozi Adaeze Folake Abena Fatou Chioma",
        "Chinedu Emeka Kwame Oluwaseun Kofi Mamadou",
        "Diallo Adeyemi",
    ),
}


def outcomes(women: str, men: str, surnames: str) -> Counter[tuple[str, str]]:
    """How often each gender's pronoun was resolved rightly, wrongly or not at all."""
    found = Counter[tuple[str, str]]()
    first, second = surnames.split()
    for woman, man, text in product(women.split(), men.split(), TEXTS):
        w, m = f"{woman} {first}", f"{man} {second}"
        for pronoun, name in (("she", w), ("he", m)):
            claims = extract(text.format(w=w, m=m, p=pronoun, P=pronoun.capitalize()))
            (claim,) = [each for each in claims if each.source and each.source.text.lower() == pronoun]
            speaker = claim.speaker.name if claim.speaker else None
            found[pronoun, "none" if speaker is None else "right" if speaker == name else "wrong"] += 1
    return found


def table(parts: list[str]) -> str:
    """The shares as Markdown."""
    lines = [
        "| names | “she”: right | wrong | None | “he”: right | wrong | None |",
        "|---|---|---|---|---|---|---|",
    ]
    for part in parts:
        found = outcomes(*NAMES[part])
        cells = [
            f"{100 * found[pronoun, how] / sum(n for (p, _), n in found.items() if p == pronoun):.0f}"
            for pronoun, how in product(("she", "he"), ("right", "wrong", "none"))
        ]
        lines.append(f"| {part} | {' | '.join(cells)} |")
    return "\n".join(lines)


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"of {', '.join(NAMES)} (default: all)")
    parser.add_argument("--write", action="store_true", help="write the table into docs/limits.md")
    options = parser.parse_args()
    found = table(options.parts or list(NAMES))
    print(found)
    if options.write:
        write_tables([found], PAGE, __file__)


if __name__ == "__main__":
    main()
