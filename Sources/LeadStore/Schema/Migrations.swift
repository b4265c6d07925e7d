/// Which SQL a connection speaks, for the few named seams where the engines differ.
enum Dialect: Sendable {
    case sqlite
}

/// Numbered, forward only, each in one transaction; the number of the last one stands in the workspace.
enum Migrations {
    private static let all: [@Sendable (Dialect) -> String] = [
        Schema1.script,
        WorkListSchema.script,
        RecognitionSchema.script,
        FieldSchema.script,
        ValueSchema.script,
        ListSchema.script,
        ServiceLevelsSchema.script,
        PeopleSchema.script,
        DoorsSchema.script,
        ConditionSchema.script,
        RoutingSchema.script,
    ]

    static func run(on connection: any Connection, dialect: Dialect) throws {
        try connection.script("CREATE TABLE IF NOT EXISTS schema_version (number BIGINT NOT NULL)")
        let done: Int = try Snapshot(connection).value("SELECT MAX(number) FROM schema_version") ?? 0
        guard done <= all.count else { throw StoreError.newerSchema(found: done, known: all.count) }
        for (index, script) in all.enumerated().dropFirst(done) {
            try connection.savepoint("migration") {
                try connection.script(script(dialect))
                try connection.run("INSERT INTO schema_version (number) VALUES (\(index + 1))")
            }
        }
    }
}
