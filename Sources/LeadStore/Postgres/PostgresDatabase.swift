package import LeadCore

/// A workspace in a schema of a PostgreSQL database, which any number of processes may serve at once.
///
/// Reads run side by side on snapshots; writes take turns under the workspace's lock (`docs/decisions/0012-postgresql.md`).
package final class PostgresDatabase: Database {
    package let address: PostgresAddress
    package let isShared = true
    private let writer: PostgresWriter
    private let readers: PostgresReaders
    private let ids = IDMaker()
    private let clock: @Sendable () -> Instant

    /// Connects, makes the schema when it is new and brings it up to date.
    ///
    /// - Parameters:
    ///   - readers: how many connections read at once; one more writes.
    ///   - mostWaiting: how many commands may wait for their turn; one more is answered with "overloaded".
    ///   - clock: tells the time; a test's own, or the system's.
    package init(
        _ address: PostgresAddress,
        durability: Durability = .full,
        readers: Int = 4,
        mostWaiting: Int = 20_000,
        clock: @escaping @Sendable () -> Instant
    ) throws {
        let connection = PostgresConnection(address, durability)
        try address.telling { try connection.prepareWorkspace() }
        self.address = address
        self.clock = clock
        writer = PostgresWriter(connection, mostWaiting: mostWaiting)
        self.readers = PostgresReaders(address, most: readers)
    }

    deinit {
        writer.close()
        readers.close()
    }

    package func read<T: Sendable>(_ body: @escaping @Sendable (borrowing Snapshot) throws -> T) async throws -> T {
        try await reading { connection in try connection.snapshot { try body(Snapshot(connection)) } }
    }

    package func trial<T: Sendable>(
        as actor: Actor,
        _ body: @escaping @Sendable (borrowing Transaction) throws -> T
    ) async throws -> T {
        try await reading { [clock, ids] connection in
            try connection.trial { try body(Transaction(connection, now: clock(), actor: actor, ids: ids)) }
        }
    }

    package func write<T: Sendable>(
        as actor: Actor,
        at now: Instant?,
        _ body: @escaping @Sendable (borrowing Transaction) throws -> T
    ) async throws -> T {
        try await withCheckedThrowingContinuation { continuation in
            let job = PostgresWriter.Job(
                run: { [clock, ids] connection in
                    let result = Result {
                        try connection.savepoint("act") {
                            try body(Transaction(connection, now: now ?? clock(), actor: actor, ids: ids))
                        }
                    }
                    return { continuation.resume(with: result) }
                },
                fail: { continuation.resume(throwing: $0) }
            )
            if !writer.add(job) { continuation.resume(throwing: StoreError.overloaded) }
        }
    }

    private func reading<T: Sendable>(
        _ body: @escaping @Sendable (PostgresConnection) throws -> T
    ) async throws -> T {
        try await withCheckedThrowingContinuation { continuation in
            let isTaken = readers.run { connection in continuation.resume(with: Result { try body(connection) }) }
            if !isTaken { continuation.resume(throwing: StoreError.overloaded) }
        }
    }
}

extension PostgresDatabase {
    /// Whether there is a workspace at an address.
    package static func exists(_ address: PostgresAddress) throws -> Bool {
        let connection = PostgresConnection(address)
        return try address.telling {
            try connection.open()
            return try !connection.answer("SELECT to_regclass('\(address.schema).schema_version')").isEmpty
        }
    }

    /// Deletes a workspace with all that is in it, as tests do with their own.
    package static func delete(_ address: PostgresAddress) throws {
        let connection = PostgresConnection(address)
        try connection.open()
        try connection.script("DROP SCHEMA IF EXISTS \(address.schema) CASCADE")
    }
}

extension PostgresAddress {
    /// What the server says, as a sentence for whoever starts Baton.
    fileprivate func telling<T>(_ body: () throws -> T) throws -> T {
        do {
            return try body()
        } catch let fault as PostgresFault {
            throw StoreError.cannotOpen("\(shown) cannot be opened: \(fault.message)")
        }
    }
}

extension PostgresConnection {
    /// Seam: the migration lock.
    ///
    /// One process at a time makes the schema and brings it up to date, all or nothing.
    fileprivate func prepareWorkspace() throws {
        try open()
        guard try answer("SHOW server_encoding") == "UTF8" else {
            throw StoreError.cannotOpen("\(address.shown) cannot be used: its database is not encoded in UTF-8.")
        }
        _ = try beginWriting(.real)
        do {
            try script("CREATE SCHEMA IF NOT EXISTS \(address.schema)")
            let stamp = try answer("SELECT obj_description(to_regclass('\(address.schema).bi_leads'))")
            if stamp != PostgresViews.stamp { try script(PostgresViews.drop) }
            try Migrations.run(on: self, dialect: .postgres)
            if stamp != PostgresViews.stamp {
                try script(PostgresViews.script)
                try script("COMMENT ON VIEW bi_leads IS '\(PostgresViews.stamp)'")
            }
            try script("COMMIT")
        } catch {
            rollBack()
            throw error
        }
    }
}
