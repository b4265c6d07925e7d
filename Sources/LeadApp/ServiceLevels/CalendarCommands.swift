package import LeadCore
package import LeadStore

/// Adds a working calendar to the policy, or changes one: a new version of the policy.
package struct SaveCalendar: Command {
    package typealias Outcome = Int
    package static let name = "save_calendar"
    package static let permission = Permission.administer

    /// Which one it replaces; nil adds one.
    package var replacing: String?
    package var calendar: CalendarPolicy

    package init(replacing: String?, calendar: CalendarPolicy) {
        self.replacing = replacing
        self.calendar = calendar
    }

    package func subject(after outcome: Outcome) -> String? { "policy:\(outcome)" }

    /// - Returns: the new version of the policy.
    package func perform(_ tx: borrowing Transaction, _ desk: Desk) throws -> Int {
        guard let name = calendar.name.trimmed, name.count <= 60 else {
            throw Refusal.invalid("/name", "Give the calendar a name of 1 to 60 characters.")
        }
        var calendar = calendar
        calendar.name = name
        if let replacing, replacing != name { try tx.renameCalendar(replacing, to: name) }
        return try desk.changePolicy(tx) { body in
            guard let replacing else {
                body.calendars = (body.calendars ?? []) + [calendar]
                return
            }
            if body.calendar.name == replacing {
                body.calendar = calendar
            } else if let index = body.calendars?.firstIndex(where: { $0.name == replacing }) {
                body.calendars?[index] = calendar
            } else {
                throw Refusal.notFound("calendar")
            }
        }
    }
}

/// Takes a calendar out of the policy that nobody works by.
package struct DeleteCalendar: Command {
    package typealias Outcome = Int
    package static let name = "delete_calendar"
    package static let permission = Permission.administer

    package var calendar: String

    package init(calendar: String) {
        self.calendar = calendar
    }

    package func subject(after outcome: Outcome) -> String? { "policy:\(outcome)" }

    package func perform(_ tx: borrowing Transaction, _ desk: Desk) throws -> Int {
        try desk.changePolicy(tx) { body in
            guard body.calendars?.contains(where: { $0.name == calendar }) == true else {
                throw Refusal.notFound("calendar")
            }
            body.calendars?.removeAll { $0.name == calendar }
        }
    }
}

/// Says by which calendar a person or a team works.
package struct ChooseCalendar: Command {
    package typealias Outcome = Done
    package static let name = "choose_calendar"
    package static let permission = Permission.administer

    package var holder: Owner
    /// Nil for the team's, or the workspace's.
    package var calendar: String?

    package var subject: String? {
        switch holder {
        case .person(let user): "person:\(user)"
        case .pool(let pool): "pool:\(pool)"
        case .elsewhere: nil
        }
    }

    package init(holder: Owner, calendar: String?) {
        self.holder = holder
        self.calendar = calendar
    }

    package func perform(_ tx: borrowing Transaction, _ desk: Desk) throws -> Done {
        let exists =
            switch holder {
            case .person(let user): try tx.read.user(user) != nil
            case .pool(let pool): try tx.read.pool(pool, at: tx.now) != nil
            case .elsewhere: false
            }
        guard exists else { throw Refusal.notFound("person or pool") }
        if let calendar, desk.policy.namedCalendars[calendar] == nil {
            let known = desk.policy.namedCalendars.keys.sorted().joined(separator: ", ")
            throw Refusal.invalid("/calendar", "There is no calendar \(calendar). Known: \(known).")
        }
        try tx.choose(calendar: calendar, for: holder)
        return Done()
    }
}

/// Says of several people and teams by which calendar they work, all of it or nothing; those who are not named keep theirs.
package struct ChooseCalendars: Command {
    package typealias Outcome = Done
    package static let name = "choose_calendars"
    package static let permission = Permission.administer
    /// What changes is told one by one.
    package static let isAudited = false

    package var changes: [ChooseCalendar]

    package init(_ changes: [ChooseCalendar]) {
        self.changes = changes
    }

    package func perform(_ tx: borrowing Transaction, _ desk: Desk) throws -> Done {
        let choices = try tx.read.calendarChoices()
        for change in changes where choices[change.holder] != change.calendar {
            _ = try change.perform(tx, desk)
            try tx.audit(ChooseCalendar.name, subject: change.subject)
        }
        return Done()
    }
}

/// The calendars of the policy, and who works by which.
package struct CalendarList: Query {
    package init() {}

    package struct Answer: Sendable {
        package var standard: CalendarPolicy
        package var others: [CalendarPolicy]
        package var choices: [Owner: String]
        package var people: [Colleague]
        package var pools: [Named<Pool>]
        package var policy: Policy

        package var all: [CalendarPolicy] { [standard] + others }
    }

    package func answer(_ snapshot: borrowing Snapshot, _ desk: Desk, now: Instant) throws -> Answer {
        Answer(
            standard: desk.policy.calendar.policy,
            others: desk.policy.calendars.values.map(\.policy).sorted { $0.name < $1.name },
            choices: try snapshot.calendarChoices(),
            people: try snapshot.users().filter(\.active).map { Colleague($0, isKnownWell: false) },
            pools: try snapshot.pools(),
            policy: desk.policy
        )
    }
}
