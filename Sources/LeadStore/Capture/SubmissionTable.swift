package import LeadCore

/// What became of a submission; exactly one of these in the end (DESIGN section 4, invariant 4).
package enum SubmissionOutcome: String, CaseIterable, Codable, Sendable, SQLBindable, SQLReadable {
    case pending
    case newLead = "new_lead"
    case joined
    case contactOnly = "contact_only"
    case rejected
    case quarantined
}

/// How a submission came in.
package enum CaptureChannel: String, CaseIterable, Codable, Sendable, SQLBindable, SQLReadable {
    case api, form, page
    case file = "import"
    case mail
}

/// A raw arrival before anything was made of it.
package struct Arrival: Sendable {
    package var channel: CaptureChannel
    package var contentType: String
    package var raw: [UInt8]
    /// The same key never has an effect twice; nil when the sender gave none.
    package var dedupeKey: String?
    package var form: Form.ID?
    package var importID: Import.ID?
    package var importRow: Int?

    package init(
        channel: CaptureChannel,
        contentType: String,
        raw: [UInt8],
        dedupeKey: String? = nil,
        form: Form.ID? = nil,
        importID: Import.ID? = nil,
        importRow: Int? = nil
    ) {
        self.channel = channel
        self.contentType = contentType
        self.raw = raw
        self.dedupeKey = dedupeKey
        self.form = form
        self.importID = importID
        self.importRow = importRow
    }
}

/// A public form's identity.
package enum Form {
    package typealias ID = Identifier<Form>
}

/// An import run's identity.
package enum Import {
    package typealias ID = Identifier<Import>
}

/// A submission as it was decided.
package struct DecidedSubmission: Codable, Sendable {
    package var id: Submission.ID
    package var outcome: SubmissionOutcome
    package var code: String?
    package var sentence: String?
    package var lead: Lead.ID?
    package var contact: Contact.ID?
    /// Known only while it is decided.
    package var company: StatedCompany?

    package init(
        id: Submission.ID,
        outcome: SubmissionOutcome,
        code: String? = nil,
        sentence: String? = nil,
        lead: Lead.ID? = nil,
        contact: Contact.ID? = nil
    ) {
        self.id = id
        self.outcome = outcome
        self.code = code
        self.sentence = sentence
        self.lead = lead
        self.contact = contact
    }
}

/// A submission as the quarantine page and the release act need it.
package struct StoredSubmission: Sendable {
    package var decided: DecidedSubmission
    package var receivedAt: Instant
    /// In a list `raw` is only the beginning, and nothing of a large one.
    package var arrival: Arrival
    package var sourceName: String?
    /// Bytes of the whole arrival.
    package var size: Int

    /// Whether `arrival.raw` is all that came.
    package var isWhole: Bool { arrival.raw.count == size }
}

extension Snapshot {
    package func submission(withDedupeKey key: String) throws -> DecidedSubmission? {
        try first(
            "SELECT id, outcome, code, sentence, lead_id, contact_id FROM submissions WHERE dedupe_key = \(key)"
        ) { row in try DecidedSubmission(&row) }
    }

    package func submission(_ id: Submission.ID) throws -> StoredSubmission? {
        try first("\(StoredSubmission.select("raw")) WHERE id = \(id)") { row in try StoredSubmission(&row) }
    }

    /// Newest first, `limit` at most, those before `before`.
    package func submissions(
        _ outcome: SubmissionOutcome,
        before: Submission.ID?,
        limit: Int
    ) throws -> [StoredSubmission] {
        let page: SQL = before.map { " AND id < \($0)" } ?? ""
        return try all(
            "\(StoredSubmission.select(StoredSubmission.beginning)) WHERE outcome = \(outcome)\(page) ORDER BY id DESC LIMIT \(limit)"
        ) { row in try StoredSubmission(&row) }
    }
}

extension Transaction {
    /// Stores an arrival byte for byte, before anybody looks into it.
    package func receive(_ arrival: Arrival) throws -> Submission.ID {
        let id: Submission.ID = newID()
        try run(
            """
            INSERT INTO submissions (id, received_at, channel, dedupe_key, content_type, raw, form_id, import_id, import_row,
              outcome)
            VALUES (\(id), \(now), \(arrival.channel), \(arrival.dedupeKey), \(arrival.contentType), \(arrival.raw),
              \(arrival.form), \(arrival.importID), \(arrival.importRow), 'pending')
            """
        )
        return id
    }

    /// Lets the same arrival be tried again, as after a rejection.
    package func freeDedupeKey(of id: Submission.ID) throws {
        try run("UPDATE submissions SET dedupe_key = NULL WHERE id = \(id)")
    }

    /// Says what became of it.
    ///
    /// A decided submission is not decided again, except out of quarantine.
    package func decide(_ decided: DecidedSubmission, sourceName: String?) throws {
        try run(
            """
            UPDATE submissions SET outcome = \(decided.outcome), code = \(decided.code), sentence = \(decided.sentence),
              lead_id = \(decided.lead), contact_id = \(decided.contact), source_name = \(sourceName), decided_at = \(now)
            WHERE id = \(decided.id) AND outcome IN ('pending', 'quarantined')
            """
        )
    }
}

extension DecidedSubmission {
    fileprivate init(_ row: inout Row) throws {
        self.init(
            id: try row.next(),
            outcome: try row.next(),
            code: try row.next(),
            sentence: try row.next(),
            lead: try row.next(),
            contact: try row.next()
        )
    }
}

extension StoredSubmission {
    /// A list shows beginnings: what is larger than this shows its size alone, since reading a part costs reading all.
    private static let mostListed = 65_536
    private static let mostShown = 16_000

    fileprivate static var beginning: SQL {
        "CASE WHEN LENGTH(raw) <= \(mostListed) THEN SUBSTR(raw, 1, \(raw: String(mostShown))) END"
    }

    fileprivate static func select(_ content: SQL) -> SQL {
        """
        SELECT id, outcome, code, sentence, lead_id, contact_id, received_at, channel, content_type, \(content), dedupe_key,
          form_id, import_id, import_row, source_name, LENGTH(raw)
        FROM submissions
        """
    }

    fileprivate init(_ row: inout Row) throws {
        decided = try DecidedSubmission(&row)
        receivedAt = try row.next()
        arrival = Arrival(
            channel: try row.next(),
            contentType: try row.next(),
            raw: try row.next() as [UInt8]? ?? [],
            dedupeKey: try row.next(),
            form: try row.next(),
            importID: try row.next(),
            importRow: try row.next()
        )
        sourceName = try row.next()
        size = try row.next()
    }
}
