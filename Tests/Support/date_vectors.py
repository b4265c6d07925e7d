#!/usr/bin/env python3
"""Writes Tests/LeadCoreTests/Vectors/dates.csv: written dates and the moments that Python's datetime gives them.

Run it from the repository's root.
"""
import random
from datetime import datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

FORMS = [
    ("%Y-%m-%d", "auto"), ("%Y-%m-%d %H:%M:%S", "auto"), ("%Y-%m-%dT%H:%M", "auto"), ("%d.%m.%Y", "auto"),
    ("%d.%m.%Y %H:%M", "auto"), ("%m/%d/%Y", "MM/dd/yyyy"), ("%d/%m/%Y", "dd/MM/yyyy"), ("%Y/%m/%d", "auto"),
    ("%m/%d/%Y, %I:%M %p", "MM/dd/yyyy"), ("%d-%m-%Y %H:%M:%S", "dd/MM/yyyy"), ("%Y%m%d", "auto"),
    ("%Y-%m-%dT%H:%M:%SZ", "auto"), ("%Y-%m-%dT%H:%M:%S+05:30", "auto"), ("%Y-%m-%d %H:%M:%S-0800", "auto"),
]
OFFSETS = {"Z": 0, "+05:30": 5.5, "-0800": -8}
EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)


def milliseconds(moment):
    return (moment - EPOCH) // timedelta(milliseconds=1)


def rows():
    rng = random.Random(20261122)
    for form, order in FORMS:
        for zone in "Europe/Berlin", "America/New_York", "Asia/Kolkata":
            for _ in range(8):
                wall = datetime(1975, 1, 1) + timedelta(seconds=rng.randrange(0, 2_200_000_000))
                text = wall.strftime(form)
                zoned = next((hours for mark, hours in OFFSETS.items() if form.endswith(mark)), None)
                if zoned is None:
                    # What the text leaves out is zero.
                    moment = datetime.strptime(text, form).replace(tzinfo=ZoneInfo(zone))
                else:
                    moment = wall.replace(tzinfo=timezone(timedelta(hours=zoned)))
                yield text, order, zone, milliseconds(moment)


lines = [";".join(map(str, row)) for row in rows()]
Path("Tests/LeadCoreTests/Vectors/dates.csv").write_text("\n".join(["text;order;zone;at", *lines]) + "\n")
print(f"dates.csv: {len(lines)} rows")
