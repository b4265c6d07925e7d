/// Numbered, forward only, each in one transaction; the number of the last one stands in the workspace.
enum Migrations {
    static let all: [Migration] = [
        Migration(Schema1.script),
        Migration(WorkListSchema.script),
        Migration(RecognitionSchema.script),
        Migration(FieldSchema.script),
        Migration(ValueSchema.script),
        Migration(ListSchema.script),
        Migration(ServiceLevelsSchema.script),
        Migration(PeopleSchema.script),
        Migration(DoorsSchema.script),
        Migration(TokenSchema.script),
        Migration(LedgerTextSchema.script, then: LedgerTextSchema.moveWords),
        Migration(CallsSchema.script),
        Migration(ContactSchema.script),
        Migration(BasicsSchema.script),
        Migration(ScopeSchema.script),
        Migration(GateSchema.script),
        Migration(MailSchema.script),
        Migration(ConditionSchema.script),
        Migration(RoutingSchema.script),
    ]

    static var count: Int { all.count }

    /// - Parameter end: the number of the last one to run; all when nil.
    static func run(on connection: any Connection, dialect: Dialect, through end: Int? = nil) throws {
        try connection.script("CREATE TABLE IF NOT EXISTS schema_version (number BIGINT NOT NULL)")
        let done: Int = try Snapshot(connection).value("SELECT MAX(number) FROM schema_version") ?? 0
        guard done <= all.count else { throw StoreError.newerSchema(found: done, known: all.count) }
        for (index, migration) in all.enumerated().prefix(end ?? all.count).dropFirst(done) {
            try connection.savepoint("migration") {
                try connection.script(dialect.translated(migration.script(dialect)))
                try migration.carry(connection)
                try connection.run("INSERT INTO schema_version (number) VALUES (\(index + 1))")
            }
        }
    }
}

/// One step of the schema: what it makes, and how it carries over what was there.
struct Migration: Sendable {
    let script: @Sendable (Dialect) -> String
    let carry: @Sendable (any Connection) throws -> Void

    init(
        _ script: @escaping @Sendable (Dialect) -> String,
        then carry: @escaping @Sendable (any Connection) throws -> Void = { _ in }
    ) {
        self.script = script
        self.carry = carry
    }
}
