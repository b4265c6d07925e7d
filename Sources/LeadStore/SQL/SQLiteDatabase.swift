import GRDB
package import LeadCore
import Synchronization

/// A workspace in one SQLite file: WAL, `synchronous = FULL`, one writer with group commit, many readers.
///
/// Waiting commands share one transaction, each of them undone alone when it fails, and are answered after the commit: one
/// disk flush serves all of them.
package final class SQLiteDatabase: Database {
    /// What waits for the writer: `run` does it, perhaps twice, and says how to answer once it is durable; `fail` answers without.
    private struct Job: Sendable {
        var run: @Sendable (SQLiteConnection) -> @Sendable () -> Void
        var fail: @Sendable (any Error) -> Void
    }

    private let pool: DatabasePool
    private let waiting = Mutex<[Job]>([])
    private let file: WorkspaceFile?
    private let ids = IDMaker()
    private let clock: @Sendable () -> Instant
    private static let mostWaiting = 20_000
    private static let mostInOneCommit = 512
    /// How many commits use savepoints at once after one had to be repeated with them.
    private static let careAfterFailure = 16
    private let carefulCommits = Mutex(0)

    package typealias Durability = LeadStore.Durability

    /// Opens or creates the file and brings its schema up to date.
    ///
    /// - Parameter clock: tells the time; a test's own, or the system's.
    package init(path: String, durability: Durability = .full, clock: @escaping @Sendable () -> Instant) throws {
        var configuration = Configuration()
        configuration.maximumReaderCount = 4
        configuration.busyMode = .timeout(10)
        configuration.prepareDatabase { db in
            try db.execute(sql: "PRAGMA synchronous = \(durability == .full ? "FULL" : "OFF")")
            try db.execute(sql: "PRAGMA cache_size = -16000")
            // Savepoints keep what they may have to undo in memory, not in a temporary file.
            try db.execute(sql: "PRAGMA temp_store = MEMORY")
            try db.execute(sql: "PRAGMA wal_autocheckpoint = 4000")
        }
        pool = try Self.open(path, configuration)
        self.clock = clock
        file = WorkspaceFile(path)
    }

    private static func open(_ path: String, _ configuration: Configuration) throws -> DatabasePool {
        do {
            let pool = try DatabasePool(path: path, configuration: configuration)
            try pool.writeWithoutTransaction { db in
                try Migrations.run(on: SQLiteConnection(db), dialect: .sqlite)
            }
            return pool
        } catch let error as DatabaseError {
            throw StoreError.cannotOpen(sentence(of: error, path))
        }
    }

    /// Makes a file as a former version left it, with what `script` puts into it: what migrations are tried on.
    static func make(_ path: String, through migration: Int, _ script: String) throws {
        let pool = try DatabasePool(path: path)
        try pool.writeWithoutTransaction { db in
            let connection = SQLiteConnection(db)
            try Migrations.run(on: connection, dialect: .sqlite, through: migration)
            try connection.script(script)
        }
        try pool.close()
    }

    static func sentence(of error: DatabaseError, _ path: String) -> String {
        switch error.resultCode.primaryResultCode {
        case .SQLITE_NOTADB: "\(path) is not a Baton workspace: it is no SQLite database."
        case .SQLITE_CORRUPT: "\(path) is damaged. Put a backup in its place."
        case .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH:
            "\(path) cannot be opened for writing. Look at the rights of the file and its folder."
        case .SQLITE_FULL: "There is no room on the disk of \(path)."
        case .SQLITE_BUSY, .SQLITE_LOCKED: "Another program holds \(path) and does not let go of it."
        default: "\(path) cannot be opened: \(error.message ?? error.resultCode.description)."
        }
    }

    package func read<T: Sendable>(_ body: @escaping @Sendable (borrowing Snapshot) throws -> T) async throws -> T {
        try await pool.read { db in try body(Snapshot(SQLiteConnection(db))) }
    }

    package func write<T: Sendable>(
        as actor: Actor,
        at now: Instant?,
        _ body: @escaping @Sendable (borrowing Transaction) throws -> T
    ) async throws -> T {
        try await withCheckedThrowingContinuation { continuation in
            enqueue(continuation) { [clock, ids] connection in
                try body(Transaction(connection, now: now ?? clock(), actor: actor, ids: ids))
            }
        }
    }

    /// With savepoints from the start and apart from the group commit: a trial that refuses a row makes nobody repeat anything.
    package func trial<T: Sendable>(
        as actor: Actor,
        _ body: @escaping @Sendable (borrowing Transaction) throws -> T
    ) async throws -> T {
        try await withCheckedThrowingContinuation { continuation in
            pool.asyncWriteWithoutTransaction { [clock, ids] db in
                continuation.resume(
                    with: Result {
                        try db.beginTransaction(.immediate)
                        let found = Result {
                            try body(Transaction(SQLiteConnection(db), now: clock(), actor: actor, ids: ids))
                        }
                        if db.isInsideTransaction { try db.rollback() }
                        return try found.get()
                    }
                )
            }
        }
    }

    private func enqueue<T: Sendable>(
        _ continuation: CheckedContinuation<T, any Error>,
        _ body: @escaping @Sendable (SQLiteConnection) throws -> T
    ) {
        let job = Job(
            run: { connection in
                let result = Result { try connection.savepoint("act") { try body(connection) } }
                return { continuation.resume(with: result) }
            },
            fail: { continuation.resume(throwing: $0) }
        )
        let accepted = waiting.withLock { jobs in
            guard jobs.count < Self.mostWaiting else { return false }
            jobs.append(job)
            return true
        }
        guard accepted else { return continuation.resume(throwing: StoreError.overloaded) }
        pool.asyncWriteWithoutTransaction { [self] db in commitWaiting(db) }
    }

    /// Runs what waits in one transaction.
    ///
    /// Each enqueue schedules a call; the first to run takes all, the others find nothing. Savepoints are left out as long as
    /// nothing fails that has written; when something does, all is done again with them.
    private func commitWaiting(_ db: GRDB.Database) {
        let jobs = waiting.withLock { jobs in
            let taken = Array(jobs.prefix(Self.mostInOneCommit))
            jobs.removeFirst(taken.count)
            return taken
        }
        guard !jobs.isEmpty else { return }
        do {
            try file?.requireInPlace()
            let isCareful = carefulCommits.withLock { left in
                defer { left = max(0, left - 1) }
                return left > 0
            }
            if !isCareful, try commit(jobs, SQLiteConnection(db, savepoints: .assumed), db) { return }
            if !isCareful { carefulCommits.withLock { $0 = Self.careAfterFailure } }
            _ = try commit(jobs, SQLiteConnection(db), db)
        } catch {
            let error = (error as? DatabaseError).map(Self.known) ?? error
            for job in jobs { job.fail(error) }
        }
    }

    /// What the engine says of the disk, as a fault that a door can tell.
    private static func known(_ error: DatabaseError) -> any Error {
        error.resultCode.primaryResultCode == .SQLITE_FULL ? StoreError.diskFull : error
    }

    /// False, with nothing done and nobody answered, when the jobs need real savepoints.
    private func commit(_ jobs: [Job], _ connection: SQLiteConnection, _ db: GRDB.Database) throws -> Bool {
        try db.beginTransaction(.immediate)
        do {
            var answers: [@Sendable () -> Void] = []
            for job in jobs where !connection.mustRepeat {
                answers.append(job.run(connection))
                // SQLite itself gives up, for one, when the disk is full: nothing may follow outside the transaction.
                guard db.isInsideTransaction else { throw StoreError.transactionLost }
            }
            guard !connection.mustRepeat else {
                try db.rollback()
                return false
            }
            try db.commit()
            // Once more: what was written into a file that is gone must not be acknowledged.
            try file?.requireInPlace()
            for answer in answers { answer() }
            return true
        } catch {
            if db.isInsideTransaction { try db.rollback() }
            throw error
        }
    }
}
