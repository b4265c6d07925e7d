import LeadCore

/// The group of each lead in one report; leads that are filtered out or not yet there are in the group after the last.
///
/// That extra group spares the inner loops a branch: they count everything and forget the last group.
struct LeadGroups {
    /// By lead row.
    let ids: [UInt32]
    let labels: [String]
    /// True when every lead is in group 0.
    let isEveryone: Bool

    var count: Int { labels.count }
    /// The group that nobody looks at.
    var outside: UInt32 { UInt32(labels.count) }

    init(_ columns: Columns, by groupBy: GroupBy, _ scope: Scope) {
        labels = groupBy.labels(in: columns)
        let outside = UInt32(labels.count)
        let leads = columns.leads
        let filter = scope.filter
        var owners: [Code] = []
        if groupBy == .owner || filter.owners != nil {
            owners = columns.leadOwners.values(count: leads.count, asOf: scope.asOf.milliseconds)
        }
        var classes: [Code] = []
        if groupBy == .productClass || filter.productClasses != nil {
            classes = columns.formerClasses.classes(leads.productClass, asOf: scope.asOf.milliseconds)
        }
        var ids: [UInt32] =
            switch groupBy {
            case .all: [UInt32](repeating: 0, count: leads.count)
            case .source: leads.source
            case .campaign: leads.campaign
            case .productClass: classes
            case .owner: owners
            }
        let from = filter.createdFrom?.milliseconds ?? .min
        let until = min(filter.createdBefore?.milliseconds ?? .max, scope.asOf.milliseconds + 1)
        let excluded = Self.exclude(&ids, outside, leads.created, from: from, until: until)
        Self.keep(filter.sources, leads.source, columns.sources.count, &ids, outside)
        Self.keep(filter.campaigns, leads.campaign, columns.campaigns.count, &ids, outside)
        Self.keep(filter.productClasses, classes, columns.productClasses.count, &ids, outside)
        Self.keep(filter.owners, owners, columns.owners.count, &ids, outside)
        self.ids = ids
        var bare = filter
        bare.createdFrom = nil
        bare.createdBefore = nil
        isEveryone = groupBy == .all && bare == .all && !excluded
    }

    /// How many leads each group has.
    func sizes() -> [Int] {
        var sizes = [Int](repeating: 0, count: count + 1)
        for id in ids { sizes[Int(id)] += 1 }
        return sizes.dropLast()
    }

    /// Moves the leads created outside `from..<until` to the outside group; whether there were any.
    private static func exclude(
        _ ids: inout [UInt32],
        _ outside: UInt32,
        _ created: [Int64],
        from: Int64,
        until: Int64
    ) -> Bool {
        var excluded = 0
        for i in ids.indices {
            let isIn = created[i] >= from && created[i] < until
            ids[i] = isIn ? ids[i] : outside
            excluded += isIn ? 0 : 1
        }
        return excluded > 0
    }

    private static func keep(
        _ wanted: Set<Code>?,
        _ column: [Code],
        _ codeCount: Int,
        _ ids: inout [UInt32],
        _ outside: UInt32
    ) {
        guard let wanted else { return }
        let isIn = (0..<codeCount).map { wanted.contains(Code($0)) }
        for i in ids.indices { ids[i] = isIn[Int(column[i])] ? ids[i] : outside }
    }
}
