package import LeadCore

extension Snapshot {
    /// Another text whenever calendars, teams or absences have changed; nil while there are none.
    package func rosterVersion() throws -> String? {
        try setting("roster_version")
    }

    /// Who works by which calendar, is in which team, and is away when.
    package func roster() throws -> Roster {
        let choices = try all("SELECT holder, calendar FROM calendar_choices") { row in
            (try row.next() as Owner, try row.next() as String)
        }
        let memberships = try all("SELECT user_id, pool_id FROM pool_members ORDER BY pool_id, position") { row in
            Roster.Membership(user: try row.next(), pool: try row.next())
        }
        let absences = try all("SELECT user_id, from_at, until_at FROM absences") { row in
            (try row.next() as User.ID, (try row.next() as Instant)..<(try row.next() as Instant))
        }
        return Roster(
            choices: Dictionary(uniqueKeysWithValues: choices),
            memberships: memberships,
            absences: Dictionary(grouping: absences, by: \.0).mapValues { $0.map(\.1) }
        )
    }

    /// The calendar that a person or team chose by name.
    package func calendarChoices() throws -> [Owner: String] {
        Dictionary(
            uniqueKeysWithValues: try all("SELECT holder, calendar FROM calendar_choices") { row in
                (try row.next(), try row.next())
            }
        )
    }
}

extension Transaction {
    /// - Parameter calendar: nil for the team's or the workspace's.
    package func choose(calendar: String?, for holder: Owner) throws {
        try run("DELETE FROM calendar_choices WHERE holder = \(holder)")
        if let calendar {
            try run("INSERT INTO calendar_choices (holder, calendar) VALUES (\(holder), \(calendar))")
        }
        try rosterChanged()
    }

    /// The calendar has another name from now on.
    package func renameCalendar(_ name: String, to newName: String) throws {
        try run("UPDATE calendar_choices SET calendar = \(newName) WHERE calendar = \(name)")
        try rosterChanged()
    }

    func rosterChanged() throws {
        try set("roster_version", to: newID(Roster.self).description)
    }
}
