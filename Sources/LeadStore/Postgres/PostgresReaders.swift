import Foundation
import Synchronization

/// A few connections for reading and trying, each on a thread of its own; a thread is made when all others are busy.
final class PostgresReaders: Sendable {
    typealias Job = @Sendable (PostgresConnection) -> Void

    private let queue = WorkQueue<Job>(limit: 5000)
    private let address: PostgresAddress
    private let most: Int
    private let threads = Mutex(0)

    init(_ address: PostgresAddress, most: Int) {
        self.address = address
        self.most = most
    }

    /// - Returns: false when too many wait already.
    func run(_ job: @escaping Job) -> Bool {
        switch queue.put(job) {
        case .refused: return false
        case .taken: return true
        case .waits:
            startThread()
            return true
        }
    }

    func close() {
        queue.close()
    }

    private func startThread() {
        let isNeeded = threads.withLock { count in
            guard count < most else { return false }
            count += 1
            return true
        }
        guard isNeeded else { return }
        let connection = PostgresConnection(address)
        let thread = Thread { [queue] in
            while let jobs = queue.take(upTo: 1) { for job in jobs { job(connection) } }
        }
        thread.name = "baton reader"
        thread.stackSize = 4 << 20
        thread.start()
    }
}
