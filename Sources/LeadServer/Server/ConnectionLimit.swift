import Foundation
import HummingbirdCore
import Logging

/// So many connections at once; more wait in the system's queue until one ends, and the log says so.
struct ConnectionLimit: AvailableConnectionsDelegate {
    private let most: Int
    private let logger: Logger
    private var open = 0

    init(_ most: Int, _ logger: Logger) {
        self.most = most
        self.logger = logger
    }

    /// What the system's limit of open files leaves when the database, imports and the log have theirs.
    static var fitting: Int {
        max(16, min(10_000, sysconf(Int32(_SC_OPEN_MAX)) - 128))
    }

    mutating func connectionOpened() {
        open += 1
        if open == most {
            logger.warning(
                "All \(most) connections are taken; new ones wait until one ends. Raise the limit of open files."
            )
        }
    }

    mutating func connectionClosed() {
        open -= 1
    }

    func isAcceptingNewConnections() -> Bool {
        open < most
    }
}
