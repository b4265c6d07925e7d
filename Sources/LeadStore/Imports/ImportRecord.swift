package import LeadCore

/// What became of one row of an import; each row ends as exactly one of these.
package enum RowOutcome: String, CaseIterable, Codable, CodingKeyRepresentable, Sendable, SQLBindable, SQLReadable {
    case created, joined
    case contactOnly = "contact_only"
    case updated
    /// It was here already, in the same words; nothing was done.
    case duplicate
    case refused
    /// None of its cells holds anything.
    case empty
    /// It was done and has been taken back.
    case undone

    package var label: String {
        switch self {
        case .created: "New"
        case .joined: "Joined to an open lead"
        case .contactOnly: "Contact only"
        case .updated: "Updated"
        case .duplicate: "Here already"
        case .refused: "Refused"
        case .empty: "Empty"
        case .undone: "Taken back"
        }
    }
}

/// How many rows ended as what: an import's books.
package struct ImportTally: Codable, Hashable, Sendable {
    package var counts: [RowOutcome: Int] = [:]

    package init() {}

    package subscript(_ outcome: RowOutcome) -> Int {
        counts[outcome] ?? 0
    }

    package var total: Int { counts.values.reduce(0, +) }

    package mutating func add(_ outcome: RowOutcome, _ count: Int = 1) {
        counts[outcome, default: 0] += count
    }
}

package enum ImportState: String, CaseIterable, Codable, Sendable, SQLBindable, SQLReadable {
    /// The file is here, and somebody looks at how it shall be read.
    case draft
    case running, finished
    /// Stopped by a fault; what was done stays, and it can go on.
    case failed
    case undoing, undone
}

/// An import as stored.
///
/// Its file lies in the workspace's folder under its id.
package struct ImportRecord: Codable, Sendable {
    package var id: Import.ID
    package var name: String
    package var kind: String
    /// What the file was called where it came from.
    package var file: String
    package var fileHash: String
    /// The mapping as JSON.
    package var mapping: String
    package var header: [String]
    package var state: ImportState
    package var createdBy: User.ID?
    package var createdAt: Instant
    package var finishedAt: Instant?
    package var rowsTotal: Int
    package var rowsDone: Int
    /// Time spent on it while the process was up.
    package var worked: Span
    package var tally: ImportTally
    /// What went wrong last; nil once it goes on.
    package var error: String?
    /// How often it has failed in a row.
    package var failures = 0
    /// When it is tried again after a failure.
    package var retryAt: Instant?
    /// The words in the columns that tell the status, with their rows; nil when nobody has looked yet.
    package var statusWords: [String: Int]?

    package init(
        id: Import.ID,
        name: String,
        kind: String,
        file: String,
        fileHash: String,
        mapping: String,
        header: [String],
        createdBy: User.ID?,
        createdAt: Instant,
        rowsTotal: Int,
        statusWords: [String: Int]? = nil
    ) {
        self.id = id
        self.name = name
        self.kind = kind
        self.file = file
        self.fileHash = fileHash
        self.mapping = mapping
        self.header = header
        self.createdBy = createdBy
        self.createdAt = createdAt
        self.rowsTotal = rowsTotal
        state = .draft
        rowsDone = 0
        worked = .zero
        tally = ImportTally()
        self.statusWords = statusWords
    }
}

extension ImportRecord {
    static let columns = """
        id, name, kind, file, file_hash, mapping, header, created_by, created_at, rows_total, state, finished_at, rows_done,
        worked, tally, error, failures, retry_at, status_words
        """

    init(_ row: inout Row) throws {
        self.init(
            id: try row.next(),
            name: try row.next(),
            kind: try row.next(),
            file: try row.next(),
            fileHash: try row.next(),
            mapping: try row.next(),
            header: try JSON.value(from: try row.next()),
            createdBy: try row.next(),
            createdAt: try row.next(),
            rowsTotal: try row.next()
        )
        state = try row.next()
        finishedAt = try row.next()
        rowsDone = try row.next()
        worked = try row.next()
        tally = try JSON.value(from: try row.next())
        error = try row.next()
        failures = try row.next()
        retryAt = try row.next()
        statusWords = try (row.next() as String?).map { try JSON.value(from: $0) }
    }
}
