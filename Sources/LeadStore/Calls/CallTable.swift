package import LeadCore

/// A call by a script.
package struct CallRecord: Sendable {
    package typealias ID = Identifier<CallRecord>

    package var id: ID
    package var lead: Lead.ID
    /// The script's key; empty for a call without one.
    package var script: String
    /// What the call put in the place of something else, so that it can be taken back.
    package var former: FormerAnswers

    package init(id: ID, lead: Lead.ID, script: String, former: FormerAnswers) {
        self.id = id
        self.lead = lead
        self.script = script
        self.former = former
    }
}

/// The evidence and the custom fields that a call overwrote, as they were.
package struct FormerAnswers: Codable, Sendable {
    package struct Text: Codable, Sendable {
        package var text: String
        package var at: Instant
        package var by: User.ID?
    }

    package struct Field: Codable, Sendable {
        package var kind: FieldKind
        package var value: String
        package var at: Instant
        package var by: User.ID?
    }

    /// By criterion; nil where there was none.
    package var evidence: [String: Text?] = [:]
    /// By key; nil where the field was empty.
    package var fields: [String: Field?] = [:]

    package init() {}
}

extension Snapshot {
    /// What has been answered in calls by a script so far, the latest answer to each question.
    package func callAnswers(of lead: Lead.ID, script: String) throws -> [CallAnswer] {
        let all = try all(
            """
            SELECT call_answers.question, call_answers.answer, call_answers.text FROM call_answers
            JOIN calls ON calls.id = call_answers.call_id
            WHERE calls.lead_id IN \(SQL.family(of: lead)) AND calls.script = \(script)
            ORDER BY calls.at DESC, calls.id DESC
            """
        ) { row in CallAnswer(question: try row.next(), answer: try row.next(), text: try row.next()) }
        var seen: Set<String> = []
        return all.filter { seen.insert($0.question).inserted }
    }

    /// What evidence and fields hold now, before a call overwrites them.
    package func formerAnswers(
        of lead: Lead.ID,
        criteria: some Sequence<Criterion>,
        fields: some Sequence<String>
    ) throws -> FormerAnswers {
        var former = FormerAnswers()
        for criterion in criteria {
            let text = try first(
                "SELECT text, at, by_user FROM evidence WHERE lead_id = \(lead) AND criterion = \(criterion.rawValue)"
            ) { row in FormerAnswers.Text(text: try row.next(), at: try row.next(), by: try row.next()) }
            former.evidence.updateValue(text, forKey: criterion.rawValue)
        }
        for key in fields {
            let field = try first(
                "SELECT kind, value, at, by_user FROM lead_fields WHERE lead_id = \(lead) AND key = \(key)"
            ) { row in
                FormerAnswers.Field(
                    kind: try row.next(),
                    value: try row.next(),
                    at: try row.next(),
                    by: try row.next()
                )
            }
            former.fields.updateValue(field, forKey: key)
        }
        return former
    }

    /// The last call with a lead.
    package func lastCall(of lead: Lead.ID) throws -> CallRecord? {
        try first(
            "SELECT id, lead_id, script, former FROM calls WHERE lead_id = \(lead) ORDER BY at DESC, id DESC LIMIT 1"
        ) { row in
            CallRecord(
                id: try row.next(),
                lead: try row.next(),
                script: try row.next(),
                former: try JSON.value(from: try row.next())
            )
        }
    }
}

extension Transaction {
    package func insert(_ call: CallRecord, answers: [CallAnswer]) throws {
        try run(
            """
            INSERT INTO calls (id, lead_id, script, at, by_user, former)
            VALUES (\(call.id), \(call.lead), \(call.script), \(now), \(actor.user), \(try JSON.text(call.former)))
            """
        )
        for answer in answers {
            try run(
                """
                INSERT INTO call_answers (call_id, question, answer, text)
                VALUES (\(call.id), \(answer.question), \(answer.answer), \(answer.text))
                """
            )
        }
    }

    /// Takes a call's answers back: evidence and fields say again what they said before it.
    package func takeBack(_ call: CallRecord) throws {
        for (criterion, text) in call.former.evidence {
            try run("DELETE FROM evidence WHERE lead_id = \(call.lead) AND criterion = \(criterion)")
            guard let text else { continue }
            try run(
                """
                INSERT INTO evidence (lead_id, criterion, text, at, by_user)
                VALUES (\(call.lead), \(criterion), \(text.text), \(text.at), \(text.by))
                """
            )
        }
        for (key, field) in call.former.fields {
            try clearField(key, of: call.lead)
            guard let field else { continue }
            try run(
                """
                INSERT INTO lead_fields (lead_id, key, kind, value, at, by_user)
                VALUES (\(call.lead), \(key), \(field.kind), \(field.value), \(field.at), \(field.by))
                """
            )
        }
        try run("DELETE FROM call_answers WHERE call_id = \(call.id)")
        try run("DELETE FROM calls WHERE id = \(call.id)")
    }
}
