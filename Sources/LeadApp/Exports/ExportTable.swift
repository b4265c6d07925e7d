package import LeadCore
package import LeadStore

/// A whole table of the workspace, handed over row by row within one snapshot, so that it may be larger than memory.
package struct ExportTable: Query {
    package static let permission: Permission? = .exportData

    package var subject: ExportSubject
    package var format: ExportFormat
    /// Gets each line with its line end.
    package var sink: @Sendable (String) throws -> Void

    package init(
        _ subject: ExportSubject,
        as format: ExportFormat,
        to sink: @escaping @Sendable (String) throws -> Void
    ) {
        self.subject = subject
        self.format = format
        self.sink = sink
    }

    /// - Returns: how many rows there were.
    package func answer(_ snapshot: borrowing Snapshot, _ desk: Desk, now: Instant) throws -> Int {
        let lines = ExportLines(
            keys: subject.columns(desk.policy).map(\.key),
            format: format,
            directory: try Directory(snapshot)
        )
        var count = 0
        if let header = lines.header { try sink(header) }
        try snapshot.export(subject, under: desk.policy) { cells in
            count += 1
            try sink(lines.line(cells))
        }
        return count
    }
}

package enum ExportFormat: String, CaseIterable, Sendable {
    case csv, ndjson
}
