package import LeadCore
package import LeadStore

/// Who holds the lead that somebody's arrival became, told to whoever brought it also when they may not see the lead.
package struct HolderName: Query {
    private let lead: Lead.ID?

    package init(of captured: Captured) {
        lead = captured.lead
    }

    package func answer(_ snapshot: borrowing Snapshot, _ desk: Desk, now: Instant) throws -> String? {
        guard let owner = try lead.flatMap({ try snapshot.lead($0) })?.owner else { return nil }
        return try Directory(snapshot).name(owner)
    }
}
