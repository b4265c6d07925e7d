package import LeadCore
package import LeadStore

/// Lets somebody see and work another one's leads and deals for a time (requirement E7).
///
/// Everybody names their own assistants; who administers names anybody's.
package struct AppointAssistant: Command {
    package typealias Outcome = Done
    package static let name = "appoint_assistant"
    package static let permission = Permission.workLeads
    package static let isAudited = true

    /// Whom they assist.
    package var person: User.ID
    package var assistant: User.ID
    /// Now when nil.
    package var from: Instant?
    /// Without an end when nil.
    package var until: Instant?

    package init(person: User.ID, assistant: User.ID, from: Instant? = nil, until: Instant? = nil) {
        self.person = person
        self.assistant = assistant
        self.from = from
        self.until = until
    }

    package var subject: String? { "person:\(assistant)" }

    package func perform(_ tx: borrowing Transaction, _ desk: Desk) throws -> Done {
        try desk.requireSelf(person)
        guard person != assistant else { throw Refusal.invalid("/assistant", "Nobody assists themselves.") }
        let roles = try [(person, "/person"), (assistant, "/assistant")].map { id, pointer in
            guard let user = try tx.read.user(id), user.active else {
                throw Refusal.invalid(pointer, "There is no such person, or the account is not active.")
            }
            return user.role
        }
        guard roles[0] == .partner || roles[1] != .partner else {
            throw Refusal.invalid(
                "/assistant",
                "A partner assists partners only: they are not to see the house's leads."
            )
        }
        let from = from ?? tx.now
        if let until, until <= max(from, tx.now) { throw Refusal.invalid("/until", "It ends before it begins.") }
        try tx.save(AssistantRecord(person: person, assistant: assistant, from: from, until: until))
        return Done()
    }
}

/// Ends what an assistant may do, at once.
package struct DismissAssistant: Command {
    package typealias Outcome = Done
    package static let name = "dismiss_assistant"
    package static let permission = Permission.workLeads
    package static let isAudited = true

    package var person: User.ID
    package var assistant: User.ID

    package init(person: User.ID, assistant: User.ID) {
        self.person = person
        self.assistant = assistant
    }

    package var subject: String? { "person:\(assistant)" }

    package func perform(_ tx: borrowing Transaction, _ desk: Desk) throws -> Done {
        try desk.requireSelf(person)
        guard try tx.dismiss(assistant, of: person) else { throw Refusal.notFound("assistant") }
        return Done()
    }
}

/// Somebody's assistants, or everybody's; one's own for those who do not administer.
package struct AssistantList: Query {
    package var person: User.ID?

    package init(of person: User.ID?) {
        self.person = person
    }

    package func answer(_ snapshot: borrowing Snapshot, _ desk: Desk, now: Instant) throws -> [AssistantRecord] {
        if let person { try desk.requireSelf(person) } else { try desk.access.actor.require(.administer) }
        return try snapshot.assistants(of: person)
    }
}

extension Desk {
    fileprivate func requireSelf(_ person: User.ID) throws(Refusal) {
        guard access.actor.user == person || access.actor.role.may(.administer) else {
            throw Refusal(
                .forbidden,
                "not_yourself",
                "Only they themselves, or an administrator, decide about their assistants."
            )
        }
    }
}
