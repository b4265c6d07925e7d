package import LeadCore

/// A time at which somebody is away.
package struct AbsenceRecord: Sendable {
    package var id: Absence.ID
    package var user: User.ID
    package var from: Instant
    package var until: Instant
    package var note: String?

    package init(id: Absence.ID, user: User.ID, from: Instant, until: Instant, note: String?) {
        self.id = id
        self.user = user
        self.from = from
        self.until = until
        self.note = note
    }

    fileprivate static let select = "SELECT id, user_id, from_at, until_at, note FROM absences"

    fileprivate init(_ row: inout Row) throws {
        self.init(
            id: try row.next(),
            user: try row.next(),
            from: try row.next(),
            until: try row.next(),
            note: try row.next()
        )
    }
}

extension Snapshot {
    /// Absences that are not over, the next first; of everybody when `user` is nil.
    package func absences(of user: User.ID?, notOverAt now: Instant) throws -> [AbsenceRecord] {
        let whose: SQL = user.map { "AND user_id = \($0)" } ?? ""
        return try all(
            "\(raw: AbsenceRecord.select) WHERE until_at > \(now) \(whose) ORDER BY from_at, until_at, id"
        ) { row in try AbsenceRecord(&row) }
    }

    package func absence(_ id: Absence.ID) throws -> AbsenceRecord? {
        try first("\(raw: AbsenceRecord.select) WHERE id = \(id)") { row in try AbsenceRecord(&row) }
    }

    /// Who becomes absent by now and was not marked as such yet.
    package func absencesBeginning(by now: Instant) throws -> [AbsenceRecord] {
        try all(
            "\(raw: AbsenceRecord.select) WHERE from_at <= \(now) AND NOT begun ORDER BY from_at, id LIMIT 500"
        ) { row in try AbsenceRecord(&row) }
    }

    package func nextAbsence() throws -> Instant? {
        try value("SELECT MIN(from_at) FROM absences WHERE NOT begun")
    }
}

extension Transaction {
    package func save(_ absence: AbsenceRecord) throws {
        try run(
            """
            INSERT INTO absences (id, user_id, from_at, until_at, note, begun, created_at, created_by)
            VALUES (\(absence.id), \(absence.user), \(absence.from), \(absence.until), \(absence.note),
              \(absence.from <= now), \(now), \(actor.user))
            """
        )
        try absencesChanged(of: absence.user)
    }

    /// Ends an absence now, or removes one that has not begun.
    package func end(_ absence: AbsenceRecord) throws {
        if absence.from < now {
            try run("UPDATE absences SET until_at = \(now) WHERE id = \(absence.id)")
        } else {
            try run("DELETE FROM absences WHERE id = \(absence.id)")
        }
        try absencesChanged(of: absence.user)
    }

    package func begin(_ absence: AbsenceRecord) throws {
        try run("UPDATE absences SET begun = TRUE WHERE id = \(absence.id)")
        try absencesChanged(of: absence.user)
    }

    /// An absence now is what makes a person away.
    private func absencesChanged(of user: User.ID) throws {
        try run(
            """
            UPDATE users SET away_until = (SELECT MAX(until_at) FROM absences
              WHERE user_id = \(user) AND from_at <= \(now) AND until_at > \(now)) WHERE id = \(user)
            """
        )
        try rosterChanged()
    }
}
