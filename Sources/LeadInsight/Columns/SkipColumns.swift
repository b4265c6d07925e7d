package import LeadCore

/// When people passed over leads that were next for them: one row a skip.
package struct SkipColumns: Sendable {
    package private(set) var lead: [UInt32] = []
    package private(set) var owner: [Code] = []
    package private(set) var at: [Int64] = []
    /// 1 to 10 among what they had to do then; 0 where nobody knew what it was worth.
    package private(set) var decile: [UInt8] = []
    private var known: Set<RowKey> = []

    package var count: Int { lead.count }

    mutating func add(_ key: RowKey, _ row: Row, _ owner: Code, at instant: Int64, decile: Int?) {
        guard known.insert(key).inserted else { return }
        lead.append(UInt32(row))
        self.owner.append(owner)
        at.append(instant)
        self.decile.append(UInt8(decile ?? 0))
    }
}

extension Columns {
    /// Somebody skipped a lead; told twice it counts once.
    package mutating func addSkip<Entity>(
        _ id: Identifier<Entity>,
        of lead: Row,
        by owner: Code,
        at instant: Instant,
        decile: Int?
    ) {
        skips.add(RowKey(id), lead, owner, at: instant.milliseconds, decile: decile)
    }

    /// What a lead was expected to bring when a clock started, in minor units of the workspace's currency.
    package mutating func setWorth<Entity>(_ minor: Int64, ofClock id: Identifier<Entity>) {
        clocks.setWorth(minor, of: RowKey(id))
    }
}
