package import LeadCore
package import LeadInsight
package import LeadStore
import Synchronization

/// Keeps the workspace's columns in memory and up to date: loads them when first asked, then follows what has grown since.
///
/// The store is the truth: each question is asked on a snapshot, and the columns are brought to exactly that snapshot first.
package final class InsightFeed: Sendable {
    private struct State {
        var columns: Columns
        var cursor: HistoryCursor
        var policy: Int

        /// Whether the columns know all that a snapshot at `head` does, and more.
        ///
        /// Epochs are ids, which sort by the time they were made.
        func isAhead(of head: HistoryCursor, _ policy: Policy) -> Bool {
            self.policy > policy.version || cursor.epoch > head.epoch || cursor.ledger > head.ledger
                || cursor.responses > head.responses
        }
    }

    private let state = Mutex<State?>(nil)
    /// Whoever asks takes a turn first, so that those who wait for a long load keep no connection from others.
    package let turns = Turns()

    package init() {}

    /// Answers from columns that are as the snapshot is, or newer: when somebody else has brought them further while this
    /// question waited for its turn, they are the better answer, and nothing is thrown away.
    ///
    /// Blocks the calling thread, so call it where the store reads.
    package func ask<T>(
        _ snapshot: borrowing Snapshot,
        _ policy: Policy,
        _ body: (borrowing Columns) throws -> T
    ) throws -> T {
        let head = try snapshot.historyCursor()
        return try state.withLock { state in
            var current = state.take() ?? Self.empty(policy)
            if policy.version > current.policy || head.epoch > current.cursor.epoch { current = Self.empty(policy) }
            if !current.isAhead(of: head, policy) {
                try InsightLoader.refresh(&current.columns, from: snapshot, policy)
                if current.cursor != head {
                    try InsightLoader.load(into: &current.columns, from: snapshot, since: current.cursor, policy)
                    current.cursor = head
                }
            }
            let answer = try body(current.columns)
            state = current
            return answer
        }
    }

    private static func empty(_ policy: Policy) -> State {
        let calendar = policy.calendar
        return State(
            columns: Columns(currency: policy.currency) { calendar.workingTime(from: $0, to: $1) },
            cursor: HistoryCursor(),
            policy: policy.version
        )
    }
}
