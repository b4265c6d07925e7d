package import LeadCore

/// Why deals were lost, to whom, and how close it was (requirement H5): by reason, competitor and our rank.
package struct LossReport: Hashable, Sendable {
    package struct Row: Hashable, Sendable {
        package var reason: Code
        package var reasonLabel: String
        package var competitor: Code
        package var competitorLabel: String
        /// Our place; 0 where nobody knows or nobody won.
        package var rank: UInt8
        /// Deals lost as of the instant.
        package var losses: Int
        /// The sum of their amounts.
        package var lost: Amounts
    }

    package var asOf: Instant
    /// The most frequent first.
    package var rows: [Row]
    /// `losses of all rows`.
    package var losses: Int

    package init(_ columns: Columns, _ scope: Scope) {
        asOf = scope.asOf
        let deals = columns.opportunities
        let scan = OpportunityScan(columns, LeadGroups(columns, by: .all, scope), scope)
        var places: [Key: Int] = [:]
        var found: [(key: Key, losses: Int, lost: [Money])] = []
        for i in 0..<deals.count where scan.groups[i] != scan.outside && deals.lost[i] <= scope.asOf.milliseconds {
            let key = Key(reason: deals.reason[i], competitor: deals.competitor[i], rank: deals.rank[i])
            let place = places[key] ?? found.count
            if place == found.count {
                places[key] = place
                found.append((key, 0, columns.currencies.keys.map { Money(minor: 0, currency: $0) }))
            }
            found[place].losses += 1
            let currency = Int(deals.currency[i])
            found[place].lost[currency].minor = found[place].lost[currency].minor.addingSaturated(deals.amount[i])
        }
        losses = found.reduce(0) { $0 + $1.losses }
        rows = found.map { key, losses, lost in
            Row(
                reason: key.reason,
                reasonLabel: columns.reasons.label(key.reason),
                competitor: key.competitor,
                competitorLabel: columns.competitors.label(key.competitor),
                rank: key.rank,
                losses: losses,
                lost: Amounts(lost)
            )
        }
        rows.sort { a, b in
            (b.losses, a.reason, a.competitor, a.rank) < (a.losses, b.reason, b.competitor, b.rank)
        }
    }

    private struct Key: Hashable {
        var reason: Code
        var competitor: Code
        var rank: UInt8
    }
}
