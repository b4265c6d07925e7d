package import LeadCore
package import LeadStore

/// Says that somebody is away from one moment to another; people for themselves, managers for anybody.
package struct EnterAbsence: Command {
    package static let name = "enter_absence"
    package static let permission = Permission.workLeads
    package static let isAudited = true

    package struct Outcome: Codable, Sendable {
        package var absence: Absence.ID
    }

    /// Nil for oneself.
    package var person: User.ID?
    package var from: Instant
    package var until: Instant
    package var note: String?

    package init(person: User.ID? = nil, from: Instant, until: Instant, note: String? = nil) {
        self.person = person
        self.from = from
        self.until = until
        self.note = note
    }

    package var subject: String? { person.map { "person:\($0)" } }

    package func subject(after outcome: Outcome) -> String? { "absence:\(outcome.absence)" }

    package func perform(_ tx: borrowing Transaction, _ desk: Desk) throws -> Outcome {
        let person = try person ?? desk.access.person()
        try desk.requireTeam(person, tx)
        guard until > from else { throw Refusal.invalid("/until", "An absence ends later than it begins.") }
        guard until > tx.now else { throw Refusal.invalid("/until", "This absence is over already.") }
        guard until - from <= .days(732) else { throw Refusal.invalid("/until", "An absence lasts at most two years.") }
        guard (note ?? "").count <= 200 else { throw Refusal.invalid("/note", "A note has at most 200 characters.") }
        let absence = AbsenceRecord(id: tx.newID(), user: person, from: from, until: until, note: note?.trimmed)
        try tx.save(absence)
        return Outcome(absence: absence.id)
    }
}

/// Takes an absence back; one that has begun ends now.
package struct EndAbsence: Command {
    package typealias Outcome = Done
    package static let name = "end_absence"
    package static let permission = Permission.workLeads
    package static let isAudited = true

    package var absence: Absence.ID

    package init(absence: Absence.ID) {
        self.absence = absence
    }

    package var subject: String? { "absence:\(absence)" }

    package func perform(_ tx: borrowing Transaction, _ desk: Desk) throws -> Done {
        guard let record = try tx.read.absence(absence), desk.mayManage(record.user) else {
            throw Refusal.notFound("absence")
        }
        guard record.until > tx.now else {
            throw Refusal(.conflict, "absence_over", "This absence is over; what was measured by it stays.")
        }
        try tx.end(record)
        return Done()
    }
}

/// Absences that are not over: one's own, and for managers everybody's.
package struct AbsenceList: Query {
    package init() {}

    package struct Answer: Sendable {
        package var absences: [AbsenceRecord]
        /// Whose absences the actor may enter, by name.
        package var people: [Colleague]
        package var directory: Directory
        package var calendars: Calendars
        package var policy: Policy
        package var now: Instant
    }

    package func answer(_ snapshot: borrowing Snapshot, _ desk: Desk, now: Instant) throws -> Answer {
        let me = desk.access.actor.user
        let absences = try snapshot.absences(of: nil, notOverAt: now).filter { desk.mayManage($0.user) }
        return Answer(
            absences: absences,
            people: try snapshot.users().filter { $0.active && ($0.id == me || desk.mayManage($0.id)) }
                .map { Colleague($0, isKnownWell: false) },
            directory: try Directory(snapshot),
            calendars: desk.calendars,
            policy: desk.policy,
            now: now
        )
    }
}

extension Desk {
    /// Absences are one's own business and that of whoever leads people.
    func mayManage(_ person: User.ID) -> Bool {
        let actor = access.actor
        return actor.user == person || actor.role == .manager || actor.role == .administrator
    }

    fileprivate func requireTeam(_ person: User.ID, _ tx: borrowing Transaction) throws {
        guard mayManage(person) else {
            throw Refusal(.forbidden, "not_permitted", "Only a manager enters absences of other people.")
        }
        guard try tx.read.user(person)?.active == true else {
            throw Refusal.invalid("/person", "There is no such person.")
        }
    }
}

extension Transaction {
    /// The field "away until" of a person is their absence now: this begins, moves or ends it.
    ///
    /// - Parameter until: nil for here.
    func setAway(_ user: User.ID, until: Instant?, in zone: ZoneRules) throws {
        let running = try read.absences(of: user, notOverAt: now).filter { $0.from <= now }
        let until = until.flatMap { $0 > now ? $0 : nil }
        if let until, running.contains(where: { zone.local($0.until).date == zone.local(until).date }) { return }
        for absence in running { try end(absence) }
        guard let until else { return }
        try save(AbsenceRecord(id: newID(), user: user, from: now, until: until, note: nil))
    }
}
