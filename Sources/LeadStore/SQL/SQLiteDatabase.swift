import GRDB
package import LeadCore
import Synchronization

/// A workspace in one SQLite file: WAL, `synchronous = FULL`, one writer with group commit, many readers.
///
/// Waiting commands share one transaction, each in a savepoint of its own, and are answered after the commit: one disk flush
/// serves all of them.
package final class SQLiteDatabase: Database {
    /// What waits for the writer: `run` does it and says how to answer once the commit is known; `fail` answers without.
    private struct Job: Sendable {
        var run: @Sendable (SQLiteConnection) -> @Sendable ((any Error)?) -> Void
        var fail: @Sendable (any Error) -> Void
    }

    private let pool: DatabasePool
    private let waiting = Mutex<[Job]>([])
    private let ids = IDMaker()
    private let clock: @Sendable () -> Instant
    private static let mostWaiting = 20_000
    private static let mostInOneCommit = 512

    /// How sure a commit is before it is acknowledged.
    package enum Durability: String, Sendable {
        /// On the disk: survives a power cut.
        case full = "FULL"
        /// With the operating system: for what can be made again, such as a demo world while it is filled.
        case off = "OFF"
    }

    /// Opens or creates the file and brings its schema up to date.
    ///
    /// - Parameter clock: tells the time; a test's own, or the system's.
    package init(path: String, durability: Durability = .full, clock: @escaping @Sendable () -> Instant) throws {
        var configuration = Configuration()
        configuration.maximumReaderCount = 4
        configuration.busyMode = .timeout(10)
        configuration.prepareDatabase { db in
            try db.execute(sql: "PRAGMA synchronous = \(durability.rawValue)")
            try db.execute(sql: "PRAGMA cache_size = -16000")
            // Savepoints keep what they may have to undo in memory, not in a temporary file.
            try db.execute(sql: "PRAGMA temp_store = MEMORY")
            try db.execute(sql: "PRAGMA wal_autocheckpoint = 4000")
        }
        pool = try DatabasePool(path: path, configuration: configuration)
        self.clock = clock
        try pool.writeWithoutTransaction { db in
            try Migrations.run(on: SQLiteConnection(db), dialect: .sqlite)
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

    private func enqueue<T: Sendable>(
        _ continuation: CheckedContinuation<T, any Error>,
        _ body: @escaping @Sendable (SQLiteConnection) throws -> T
    ) {
        let job = Job(
            run: { connection in
                let result = Result { try connection.savepoint("act") { try body(connection) } }
                return { commitError in
                    continuation.resume(with: commitError.map { .failure($0) } ?? result)
                }
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
    /// Each enqueue schedules a call; the first to run takes all, the others find nothing.
    private func commitWaiting(_ db: GRDB.Database) {
        let jobs = waiting.withLock { jobs in
            let taken = Array(jobs.prefix(Self.mostInOneCommit))
            jobs.removeFirst(taken.count)
            return taken
        }
        guard !jobs.isEmpty else { return }
        let connection = SQLiteConnection(db)
        do {
            try connection.run("BEGIN IMMEDIATE")
        } catch {
            for job in jobs { job.fail(error) }
            return
        }
        let answers = jobs.map { $0.run(connection) }
        do {
            try connection.run("COMMIT")
            for answer in answers { answer(nil) }
        } catch {
            if db.isInsideTransaction { try? db.rollback() }
            for answer in answers { answer(error) }
        }
    }
}
