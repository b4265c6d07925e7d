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
    }

    private let state = Mutex<State?>(nil)

    package init() {}

    /// Answers from columns that are as the snapshot is.
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
            if current.policy != policy.version || current.cursor.epoch != head.epoch
                || current.cursor.ledger > head.ledger
            {
                current = Self.empty(policy)
            }
            if current.cursor != head {
                try InsightLoader.load(into: &current.columns, from: snapshot, since: current.cursor, policy)
                current.cursor = head
            }
            try InsightLoader.setClassValues(&current.columns, snapshot)
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
