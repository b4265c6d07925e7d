package import LeadCore

/// Who may stand in for whom, and for how long.
package struct AssistantRecord: Sendable {
    /// Whom they assist.
    package var person: User.ID
    package var assistant: User.ID
    package var from: Instant
    /// Nil while it has no end.
    package var until: Instant?

    package init(person: User.ID, assistant: User.ID, from: Instant, until: Instant?) {
        self.person = person
        self.assistant = assistant
        self.from = from
        self.until = until
    }
}

extension Snapshot {
    /// For whom somebody may act at a moment.
    package func principals(of assistant: User.ID, at now: Instant) throws -> [User.ID] {
        try all(
            """
            SELECT assistants.person_id FROM assistants JOIN users ON users.id = assistants.person_id
            WHERE assistants.assistant_id = \(assistant) AND assistants.from_at <= \(now)
              AND (assistants.until_at IS NULL OR assistants.until_at > \(now))
            ORDER BY LOWER(users.name), users.id
            """
        ) { row in try row.next() }
    }

    /// Everybody's assistants, or one person's, also those whose time is over or to come.
    package func assistants(of person: User.ID?) throws -> [AssistantRecord] {
        let whose: SQL = person.map { "person_id = \($0)" } ?? "TRUE"
        return try all(
            """
            SELECT person_id, assistant_id, from_at, until_at FROM assistants WHERE \(whose)
            ORDER BY person_id, from_at, assistant_id
            """
        ) { row in
            AssistantRecord(
                person: try row.next(),
                assistant: try row.next(),
                from: try row.next(),
                until: try row.next()
            )
        }
    }
}

extension Transaction {
    package func save(_ record: AssistantRecord) throws {
        try run(
            """
            INSERT INTO assistants (person_id, assistant_id, from_at, until_at, appointed_by)
            VALUES (\(record.person), \(record.assistant), \(record.from), \(record.until), \(actor.user))
            ON CONFLICT (person_id, assistant_id) DO UPDATE SET from_at = excluded.from_at,
              until_at = excluded.until_at, appointed_by = excluded.appointed_by
            """
        )
    }

    /// - Returns: whether there was such an assistant.
    package func dismiss(_ assistant: User.ID, of person: User.ID) throws -> Bool {
        try run("DELETE FROM assistants WHERE person_id = \(person) AND assistant_id = \(assistant)") == 1
    }
}
