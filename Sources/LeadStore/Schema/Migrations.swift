/// Which SQL a connection speaks, for the few named seams where the engines differ.
enum Dialect: Sendable {
    case sqlite
}

/// Numbered, forward only, each in one transaction; the number of the last one stands in the workspace.
enum Migrations {
    static let all: [@Sendable (Dialect) -> String] = [
        Schema1.script,
        WorkListSchema.script,
        RecognitionSchema.script,
        FieldSchema.script,
        ValueSchema.script,
        ListSchema.script,
        ServiceLevelsSchema.script,
        PeopleSchema.script,
        DoorsSchema.script,
        LedgerTextSchema.script,
        ContactSchema.script,
    ]

    /// - Parameter end: the number of the last one to run; all when nil.
    static func run(on connection: any Connection, dialect: Dialect, through end: Int? = nil) throws {
        try connection.script("CREATE TABLE IF NOT EXISTS schema_version (number BIGINT NOT NULL)")
        let done: Int = try Snapshot(connection).value("SELECT MAX(number) FROM schema_version") ?? 0
        guard done <= all.count else { throw StoreError.newerSchema(found: done, known: all.count) }
        for (index, script) in all.enumerated().prefix(end ?? all.count).dropFirst(done) {
            try connection.savepoint("migration") {
                let text = script(dialect)
                try connection.script(text)
                if text == LedgerTextSchema.script(dialect) { try LedgerTextSchema.moveWords(on: connection) }
                try connection.run("INSERT INTO schema_version (number) VALUES (\(index + 1))")
            }
        }
    }
}
