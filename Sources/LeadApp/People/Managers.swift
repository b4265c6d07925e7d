package import LeadCore
package import LeadStore

/// Says who is told about what somebody lets run out.
package struct SetManager: Command {
    package typealias Outcome = Done
    package static let name = "set_manager"
    package static let permission = Permission.administer

    package var person: User.ID
    /// Nil for all managers.
    package var manager: User.ID?

    package var subject: String? { "person:\(person)" }

    package init(person: User.ID, manager: User.ID?) {
        self.person = person
        self.manager = manager
    }

    package func perform(_ tx: borrowing Transaction, _ desk: Desk) throws -> Done {
        guard try tx.read.user(person) != nil else { throw Refusal.notFound("person") }
        if let manager {
            guard manager != person, try tx.read.user(manager)?.active == true else {
                throw Refusal.invalid("/manager", "Choose somebody else who is here.")
            }
        }
        try tx.setManager(manager, of: person)
        return Done()
    }
}

/// Says of several people who is told, all of it or nothing; those who are not named keep theirs.
package struct SetManagers: Command {
    package typealias Outcome = Done
    package static let name = "set_managers"
    package static let permission = Permission.administer
    /// What changes is told person by person.
    package static let isAudited = false

    package var changes: [SetManager]

    package init(_ changes: [SetManager]) {
        self.changes = changes
    }

    package func perform(_ tx: borrowing Transaction, _ desk: Desk) throws -> Done {
        for change in changes where try tx.read.manager(of: change.person) != change.manager {
            _ = try change.perform(tx, desk)
            try tx.audit(SetManager.name, subject: change.subject)
        }
        return Done()
    }
}

/// Who is whose manager, and who could be one.
package struct ManagerList: Query {
    package static let permission: Permission? = .administer

    package init() {}

    package struct Answer: Sendable {
        package var people: [Colleague]
        package var managers: [User.ID: User.ID]
        /// Managers and administrators who are here.
        package var candidates: [Colleague]
    }

    package func answer(_ snapshot: borrowing Snapshot, _ desk: Desk, now: Instant) throws -> Answer {
        let people = try snapshot.users().filter(\.active).map { Colleague($0, isKnownWell: false) }
        return Answer(
            people: people,
            managers: try snapshot.managers(),
            candidates: people.filter { $0.role == .manager || $0.role == .administrator }
        )
    }
}
