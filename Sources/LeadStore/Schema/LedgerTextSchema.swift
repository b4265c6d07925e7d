import LeadCore

/// Words that people typed, beside the ledger instead of in it, so that they can be erased (decision 0011).
enum LedgerTextSchema {
    static func script(_: Dialect) -> String {
        """
        CREATE TABLE ledger_texts (
          id BLOB PRIMARY KEY, lead_id BLOB, opportunity_id BLOB, words TEXT NOT NULL,
          CHECK ((lead_id IS NULL) <> (opportunity_id IS NULL))
        );
        CREATE INDEX ledger_texts_by_lead ON ledger_texts (lead_id) WHERE lead_id IS NOT NULL;
        CREATE INDEX ledger_texts_by_opportunity ON ledger_texts (opportunity_id) WHERE opportunity_id IS NOT NULL;
        """
    }

    /// A line of the ledger that may hold words.
    private struct Line {
        var seq: Int64
        var subject: LedgerSubject
        var kind: String
        var recordedAt: Instant
        var details: String

        init(_ row: inout Row) throws {
            seq = try row.next()
            let lead: Lead.ID? = try row.next()
            let deal: Opportunity.ID? = try row.next()
            guard let subject = lead.map(LedgerSubject.lead) ?? deal.map(LedgerSubject.opportunity) else {
                throw StoreError.corrupt("ledger line \(seq) without a subject")
            }
            self.subject = subject
            kind = try row.next()
            recordedAt = try row.next()
            details = try row.next()
        }
    }

    private static let batch = 2000

    /// Takes the words out of lines that were written before this version, as new ones are written without.
    ///
    /// Words that any version of the policy says stay: nobody typed them about a lead.
    static func moveWords(on connection: any Connection) throws {
        let own = try ownWords(connection)
        let ids = IDMaker()
        var last: Int64 = 0
        while let lines = try lines(after: last, connection) {
            for line in lines.read { try move(line, own, ids, connection) }
            last = lines.last
        }
    }

    /// The next lines with words and the number of the last; nil when there are no more.
    private static func lines(after seq: Int64, _ connection: any Connection) throws -> (read: [Line], last: Int64)? {
        let kinds =
            LeadEvent.Kind.allCases.filter(\.hasWords).map { "\($0)" as SQL }
            + OpportunityEvent.Kind.allCases.filter(\.hasWords).map { "\($0)" as SQL }
        let read = try Snapshot(connection).all(
            """
            SELECT seq, lead_id, opportunity_id, kind, recorded_at, details FROM ledger
            WHERE seq > \(seq) AND kind IN (\(kinds.joined(", "))) ORDER BY seq LIMIT \(batch)
            """
        ) { row in try Line(&row) }
        return read.last.map { (read, $0.seq) }
    }

    private static func move(_ line: Line, _ own: Set<String>, _ ids: IDMaker, _ connection: any Connection) throws {
        let word = { (words: String) throws -> String in
            if own.contains(words), !LedgerText.isAmbiguous(words) { return words }
            let known: LedgerText.ID? = try Snapshot(connection).value(
                "SELECT id FROM ledger_texts WHERE \(line.subject.condition) AND words = \(words)"
            )
            let id = known ?? ids.next(at: line.recordedAt)
            if known == nil { try connection.keep(words, as: id, of: line.subject) }
            return LedgerText.reference(id)
        }
        let details = try LedgerLine.details(line.details, of: line.kind, isLead: line.subject.lead != nil, word)
        guard details != line.details else { return }
        try connection.run("UPDATE ledger SET details = \(details) WHERE seq = \(line.seq)")
    }

    /// Every text in any version of the policy, and those of the standard one.
    private static func ownWords(_ connection: any Connection) throws -> Set<String> {
        try Snapshot(connection).all("SELECT body FROM policies") { row in
            try JSON.value(TextsInside.self, from: try row.next()).texts
        }.reduce(into: Policy.standardWords) { $0.formUnion($1) }
    }

    /// All texts anywhere in a JSON value.
    private struct TextsInside: Decodable {
        var texts: Set<String> = []

        init(from decoder: any Decoder) throws {
            if let list = try? [TextsInside](from: decoder) {
                texts = list.reduce(into: []) { $0.formUnion($1.texts) }
            } else if let object = try? [String: TextsInside](from: decoder) {
                texts = object.values.reduce(into: []) { $0.formUnion($1.texts) }
            } else if let text = try? String(from: decoder) {
                texts = [text]
            }
        }
    }
}
