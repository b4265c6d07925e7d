import Foundation

/// What waits for threads: bounded, first come first served.
///
/// `@unchecked Sendable`: everything in it is touched under its lock alone.
final class WorkQueue<Job: Sendable>: @unchecked Sendable {
    private let condition = NSCondition()
    private var jobs: [Job] = []
    private var idle = 0
    private var isClosed = false
    private let limit: Int

    init(limit: Int) {
        self.limit = limit
    }

    /// What became of a job that was brought.
    enum Reception {
        case taken
        /// Taken, and no thread is free for it.
        case waits
        case refused
    }

    func put(_ job: Job) -> Reception {
        condition.lock()
        defer { condition.unlock() }
        guard !isClosed, jobs.count < limit else { return .refused }
        jobs.append(job)
        condition.signal()
        return jobs.count > idle ? .waits : .taken
    }

    /// What could not be done goes back to the head of the queue.
    func putBack(_ left: some Collection<Job>) {
        condition.lock()
        defer { condition.unlock() }
        jobs.insert(contentsOf: left, at: 0)
        condition.signal()
    }

    /// Waits for work; nil when the queue is closed and empty.
    func take(upTo count: Int) -> [Job]? {
        condition.lock()
        defer { condition.unlock() }
        idle += 1
        while jobs.isEmpty, !isClosed { condition.wait() }
        idle -= 1
        guard !jobs.isEmpty else { return nil }
        let taken = Array(jobs.prefix(count))
        jobs.removeFirst(taken.count)
        return taken
    }

    func close() {
        condition.lock()
        defer { condition.unlock() }
        isClosed = true
        condition.broadcast()
    }
}
