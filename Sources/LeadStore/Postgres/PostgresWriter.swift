import Foundation

/// The one connection of this process that writes, on a thread of its own, with group commit.
///
/// What waits shares one transaction and one flush to the disk, each part undone alone when it fails, as on SQLite. Between
/// processes the workspace's lock decides whose turn it is.
final class PostgresWriter: Sendable {
    /// `run` does the job, perhaps more than once, and says how to answer once it is durable; `fail` answers without.
    struct Job: Sendable {
        var run: @Sendable (PostgresConnection) -> @Sendable () -> Void
        var fail: @Sendable (any Error) -> Void
    }

    private let queue: WorkQueue<Job>

    init(_ connection: PostgresConnection, mostWaiting: Int) {
        queue = WorkQueue(limit: mostWaiting)
        let work = PostgresCommits(connection: connection, queue: queue)
        let thread = Thread { work.run() }
        thread.name = "baton writer"
        thread.stackSize = 8 << 20
        thread.start()
    }

    /// - Returns: false when too many wait already.
    func add(_ job: Job) -> Bool {
        if case .refused = queue.put(job) { false } else { true }
    }

    func close() {
        queue.close()
    }
}

/// What the writer's thread does.
///
/// `@unchecked Sendable`: it is handed to that thread and used there alone.
private final class PostgresCommits: @unchecked Sendable {
    private let connection: PostgresConnection
    private let queue: WorkQueue<PostgresWriter.Job>
    /// How many commits use savepoints at once after one had to be repeated with them.
    private var carefulCommits = 0
    private static let careAfterFailure = 16
    private static let mostInOneCommit = 512
    /// After this long a transaction takes nothing more in: others wait for the workspace too.
    private static let longest = Duration.milliseconds(100)
    private static let mostAttempts = 3

    init(connection: PostgresConnection, queue: WorkQueue<PostgresWriter.Job>) {
        self.connection = connection
        self.queue = queue
    }

    func run() {
        while let jobs = queue.take(upTo: Self.mostInOneCommit) { commit(jobs) }
    }

    /// A conflict, a deadlock or a lost connection before the commit is no reason to fail: all is done again.
    private func commit(_ jobs: [PostgresWriter.Job]) {
        for attempt in 1... {
            do {
                try connection.open()
                if carefulCommits > 0 {
                    carefulCommits -= 1
                } else {
                    if try commit(jobs, .assumed) { return }
                    carefulCommits = Self.careAfterFailure
                }
                if try commit(jobs, .real) { return }
            } catch let fault as PostgresFault where fault.isWorthRepeating && attempt < Self.mostAttempts {
                connection.rollBack()
                if fault.isLost || fault.isShutdown || fault.code == "0A000" { connection.close() }
            } catch {
                connection.rollBack()
                let error = (error as? PostgresFault)?.known ?? error
                for job in jobs { job.fail(error) }
                return
            }
        }
    }

    /// False, with nothing done and nobody answered, when the jobs need real savepoints.
    private func commit(_ jobs: [PostgresWriter.Job], _ savepoints: Savepoints) throws -> Bool {
        let transaction = try connection.beginWriting(savepoints)
        let started = ContinuousClock.now
        var answers: [@Sendable () -> Void] = []
        for job in jobs {
            answers.append(job.run(connection))
            if let fault = connection.fatal { throw fault }
            guard !connection.mustRepeat else {
                connection.rollBack()
                return false
            }
            if ContinuousClock.now - started > Self.longest { break }
        }
        try connection.commit(transaction)
        queue.putBack(jobs[answers.count...])
        for answer in answers { answer() }
        return true
    }
}
