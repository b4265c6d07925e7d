package import LeadCore
package import LeadStore

/// How far the ledger has got: when it differs from what one saw, something happened.
package struct LedgerEnd: Query {
    package init() {}

    package func answer(_ snapshot: borrowing Snapshot, _ desk: Desk, now: Instant) throws -> Int64 {
        try snapshot.lastSeq()
    }
}
