#!/usr/bin/env python3
"""Writes the vectors that the working calendar and the zone rules are tested against.

It shares no idea with the product: it walks minute by minute through real time, asks zoneinfo what the wall clock shows,
and counts. Run it from the repository's root; it rewrites zones.csv, wall_times.csv, working_time.csv and calendars.json in
Tests/LeadCoreTests/Vectors, always with the same content for the same zone database.
"""
import json
import random
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

OUT = Path("Tests/LeadCoreTests/Vectors")
MINUTE = 60_000
WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]


def week(days, *intervals):
    return {day: list(intervals) for day in days}


CALENDARS = {
    "berlin": {"zone": "Europe/Berlin", "hours": week(WEEKDAYS[:5], "09:00-12:30", "13:15-17:00"),
               "holidays": ["2025-12-25", "2025-12-26", "2026-01-01", "2026-04-03", "2026-04-06", "2026-05-01"]},
    "berlin night": {"zone": "Europe/Berlin", "hours": week(WEEKDAYS, "00:00-02:45", "22:30-24:00"), "holidays": []},
    "new york": {"zone": "America/New_York", "hours": week(WEEKDAYS[:5], "09:00-17:00"),
                 "holidays": ["2026-01-01", "2026-07-03", "2026-11-26"]},
    "kolkata": {"zone": "Asia/Kolkata", "hours": week(WEEKDAYS[:6], "10:00-19:00"), "holidays": ["2026-01-26"]},
    "lord howe": {"zone": "Australia/Lord_Howe", "hours": week(WEEKDAYS, "01:15-02:20", "08:00-16:00"), "holidays": []},
    "auckland": {"zone": "Pacific/Auckland", "hours": week(WEEKDAYS[:5], "00:00-24:00"), "holidays": ["2026-02-06"]},
    "sao paulo": {"zone": "America/Sao_Paulo", "hours": week(WEEKDAYS, "00:00-06:00", "20:00-24:00"), "holidays": []},
    "apia": {"zone": "Pacific/Apia", "hours": week(WEEKDAYS[:5], "08:00-16:30"), "holidays": ["2012-01-02"]},
}
# Moments around which vectors are drawn: clock changes, holidays, ordinary weeks.
ANCHORS = {
    "Europe/Berlin": ["2026-03-29T01:00", "2025-10-26T01:00", "2025-12-24T12:00", "2026-04-02T12:00", "2026-06-10T08:00"],
    "America/New_York": ["2026-03-08T07:00", "2026-11-01T06:00", "2026-11-26T12:00", "2026-07-02T12:00"],
    "Asia/Kolkata": ["2026-01-26T06:00", "2026-08-15T06:00"],
    "Australia/Lord_Howe": ["2026-04-04T15:00", "2026-10-03T15:30", "2026-07-01T00:00"],
    "Pacific/Auckland": ["2026-04-04T14:00", "2026-09-26T14:00", "2026-02-06T00:00"],
    "America/Sao_Paulo": ["2018-11-04T03:00", "2019-02-17T02:00", "2026-05-05T12:00"],
    "Pacific/Apia": ["2011-12-30T10:00", "2012-01-03T00:00"],
}
EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)


def utc(text):
    return int(datetime.fromisoformat(text).replace(tzinfo=timezone.utc).timestamp()) * 1000


class Calendar:
    def __init__(self, spec, absences):
        self.zone = ZoneInfo(spec["zone"])
        self.hours = {WEEKDAYS.index(day): [tuple(map(self.minutes, i.split("-"))) for i in intervals]
                      for day, intervals in spec["hours"].items()}
        self.holidays = {date.fromisoformat(day) for day in spec["holidays"]}
        self.absences = absences

    @staticmethod
    def minutes(clock):
        return int(clock[:2]) * 60 + int(clock[3:])

    def works(self, minute):
        """Whether the minute of real time that begins at this many minutes since the epoch is worked."""
        wall = (EPOCH + timedelta(minutes=minute)).astimezone(self.zone)
        if wall.date() in self.holidays or any(a <= minute * MINUTE < b for a, b in self.absences):
            return False
        time = wall.hour * 60 + wall.minute
        return any(start <= time < end for start, end in self.hours.get(wall.weekday(), []))

    def between(self, start, end):
        total = 0
        for minute in range(start // MINUTE, end // MINUTE + 1):
            if self.works(minute):
                total += max(0, min(end, (minute + 1) * MINUTE) - max(start, minute * MINUTE))
        return total

    def add(self, working, start):
        minute = start // MINUTE
        while True:
            if self.works(minute):
                begin = max(start, minute * MINUTE)
                available = (minute + 1) * MINUTE - begin
                if working <= available:
                    return begin + working
                working -= available
            minute += 1

    def next(self, start):
        minute = start // MINUTE
        if self.works(minute):
            return start
        while not self.works(minute):
            minute += 1
        return minute * MINUTE


def offset_at(zone, seconds):
    return int((EPOCH + timedelta(seconds=seconds)).astimezone(zone).utcoffset().total_seconds())


def zone_rows(name):
    """The offset in 1970 and every change up to 2050, found by looking at each half day and then by bisection."""
    zone, step = ZoneInfo(name), 12 * 3600
    yield name, "", offset_at(zone, 0)
    for at in range(0, utc("2050-01-01T00:00") // 1000, step):
        low, high = at, at + step
        if offset_at(zone, low) == offset_at(zone, high):
            continue
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if offset_at(zone, middle) == offset_at(zone, low) else (low, middle)
        yield name, high, offset_at(zone, high)


def wall_rows():
    """Wall times around clock changes and the moment they mean: fold 0, so the first of two, and forward over a gap."""
    for name, anchors in ANCHORS.items():
        zone = ZoneInfo(name)
        for anchor in anchors:
            middle = EPOCH + timedelta(milliseconds=utc(anchor))
            for minutes in range(-180, 181, 15):
                wall = middle.astimezone(zone).replace(tzinfo=None) + timedelta(minutes=minutes)
                at = wall.replace(tzinfo=zone).timestamp()
                yield name, int((wall - EPOCH.replace(tzinfo=None)).total_seconds()), int(at)


def working_rows(rng):
    for name, spec in CALENDARS.items():
        for anchor in ANCHORS[spec["zone"]]:
            at = utc(anchor)
            away_from = at + rng.randrange(-48, 48) * 3600_000
            away = (away_from, away_from + rng.randrange(1, 40) * 3600_000)
            for absences in [], [away]:
                calendar = Calendar(spec, absences)
                text = " ".join(f"{a}-{b}" for a, b in absences)
                for reach in 3, 30, 240:
                    start = at + rng.randrange(-reach * 3600_000, reach * 3600_000)
                    end = start + rng.randrange(0, 2 * reach * 3600_000)
                    yield name, text, "between", start, end, calendar.between(start, end)
                    working = rng.randrange(1, reach * 1200_000)
                    yield name, text, "add", start, working, calendar.add(working, start)
                    hours = rng.randrange(1, 9) * 3600_000
                    yield name, text, "add", start // MINUTE * MINUTE, hours, calendar.add(hours, start // MINUTE * MINUTE)
                    yield name, text, "next", start, "", calendar.next(start)


def write(name, header, rows):
    lines = [",".join(map(str, row)) for row in rows]
    (OUT / name).write_text("\n".join([header, *lines]) + "\n")
    print(f"{name}: {len(lines)} rows")


def main():
    policies = [{"name": name, **spec} for name, spec in CALENDARS.items()]
    (OUT / "calendars.json").write_text(json.dumps(policies, indent=1) + "\n")
    write("zones.csv", "zone,at,offset", (row for zone in ANCHORS for row in zone_rows(zone)))
    write("wall_times.csv", "zone,wall,at", wall_rows())
    write("working_time.csv", "calendar,absences,operation,from,argument,result", working_rows(random.Random(20261122)))


main()
