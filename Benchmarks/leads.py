"""Believable leads, the same for the same seed: as a CSV file to import, or as JSON bodies to post.

    python3 leads.py csv 10000 > leads.csv
    python3 leads.py json 5000 --start 10000 > bodies.txt      # one body a line

Lead number n is the same in both; about 1.6 people ask for a company, and one in twelve names none.
"""

import argparse
import csv
import json
import random
import sys

from people import (CAMPAIGNS, CLASSES, CLOSINGS, FIRST, HEAD, LAST, MIDDLE, NEEDS, OPENINGS, PLACES, SOURCES, TAIL,
                    TRADE)

# Companies that anybody at all asks for then have 1.6 people.
PEOPLE_PER_NUMBER = 1.11

# Column of the file, key of the JSON body.
FIELDS = [
    ("Lead ID", "externalID"), ("First Name", "firstName"), ("Last Name", "lastName"), ("Email", "email"),
    ("Phone", "phone"), ("Company", "company"), ("Lead Source", "source"), ("Campaign", "campaign"),
    ("Product Class", "productClass"), ("City", "city"), ("Country", "country"), ("Description", "message"),
]
MAPPING = {
    "name": "Benchmark", "kind": "leads", "system": "bench", "createMissing": True,
    "columns": {
        "Lead ID": "external_id", "First Name": "first_name", "Last Name": "last_name", "Email": "email",
        "Phone": "phone", "Company": "company", "Lead Source": "source", "Campaign": "campaign",
        "Product Class": "product_class", "City": "city", "Country": "country", "Description": "description",
    },
}


def lead(n, seed=1):
    """The values of lead number n in the order of FIELDS."""
    chance = random.Random(seed << 40 | n)
    first, last = chance.choice(FIRST), chance.choice(LAST)
    country, city, phone, company, domain = at_work(n, seed, chance)
    return [
        f"B{seed}-{n:08}", first, last, email(first, last, n, domain), phone, company, chance.choice(SOURCES),
        chance.choice(CAMPAIGNS), chance.choice(CLASSES), city, country, message(chance),
    ]


def at_work(n, seed, chance):
    # People of one company do not arrive in a row: neighbours within some hundred leads share it.
    company = int((n + chance.randrange(400)) / PEOPLE_PER_NUMBER)
    place = random.Random(seed << 41 | company)
    country, forms, cities, pattern = place.choice(PLACES)
    phone = telephone(pattern, n)
    if chance.randrange(12) == 0:
        return country, chance.choice(cities), phone, "", None
    stem, trade = company_name(company)
    domain = f"{stem}-{trade}.example".lower()
    return country, place.choice(cities), phone, f"{stem} {trade} {place.choice(forms)}", domain


def company_name(number):
    """Different for the first 2.9 million numbers, and without an order that an index could profit from."""
    scattered = number * 999_983 % (len(HEAD) * len(TAIL) * len(TRADE) * (len(MIDDLE) + 1))
    scattered, trade = divmod(scattered, len(TRADE))
    scattered, head = divmod(scattered, len(HEAD))
    middle, tail = divmod(scattered, len(TAIL))
    return HEAD[head] + (MIDDLE[middle - 1] if middle else "") + TAIL[tail], TRADE[trade]


def email(first, last, n, domain):
    if domain:
        return f"{first}.{last}{n % 97}@{domain}".lower()
    return f"{first}{last}{n}@mail.example".lower()


def telephone(pattern, n):
    digits = iter(f"{n * 7_368_787 % 100_000_000:08}")
    return "".join(next(digits, "5") if letter == "d" else letter for letter in pattern)


def message(chance):
    text = f"{chance.choice(OPENINGS)} {chance.choice(NEEDS).format(n=chance.randrange(2, 60))}. {chance.choice(CLOSINGS)}"
    return text.strip()


def mapping_text():
    return json.dumps(MAPPING, indent=2)


def write_csv(out, numbers, seed=1):
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([column for column, _ in FIELDS])
    writer.writerows(lead(n, seed) for n in numbers)


def write_bodies(out, numbers, seed=1):
    keys = [key for _, key in FIELDS]
    for n in numbers:
        body = {key: value for key, value in zip(keys, lead(n, seed)) if value}
        out.write(json.dumps(body) + "\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shape", choices=["csv", "json", "mapping"])
    parser.add_argument("count", type=int, nargs="?", default=0)
    parser.add_argument("--start", type=int, default=0, help="number of the first lead")
    parser.add_argument("--seed", type=int, default=1)
    wanted = parser.parse_args()
    numbers = range(wanted.start, wanted.start + wanted.count)
    if wanted.shape == "mapping":
        print(mapping_text())
    elif wanted.shape == "csv":
        write_csv(sys.stdout, numbers, wanted.seed)
    else:
        write_bodies(sys.stdout, numbers, wanted.seed)


if __name__ == "__main__":
    main()
