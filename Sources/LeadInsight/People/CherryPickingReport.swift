package import LeadCore

/// Who serves the valuable leads first and lets the others wait (requirement X10).
package struct CherryPickingReport: Hashable, Sendable {
    package enum Verdict: String, Hashable, Sendable {
        case flagged, fair
        /// Fewer leads than can tell.
        case tooFew = "too few"
    }

    package struct Row: Hashable, Sendable {
        package var owner: Code
        package var ownerLabel: String
        package var leads = 0
        package var answered = 0
        package var skips = 0
        /// −1 to 1: 1 when each more valuable lead was served sooner, 0 when value and delay have nothing to do with each other.
        package var index: Double?
        /// How likely such an index is by chance alone.
        package var chance: Double?
        package var verdict = Verdict.tooFew
        package var deciles: [Decile] = []
    }

    /// The leads of a person in one tenth of their values.
    package struct Decile: Hashable, Sendable {
        /// 1 to 10, 10 the most valuable; 0 where nobody knew.
        package var decile: Int
        package var leads = 0
        package var median: Span?
        package var skips = 0
    }

    /// Of so many of a person's last leads is the order looked at.
    package static let most = 300
    package static let least = 30
    /// A fair person is flagged in one of a hundred looks.
    package static let level = 0.01

    package var asOf: Instant
    /// The most suspicious first.
    package var rows: [Row]

    package init(_ columns: Columns, _ scope: Scope) {
        asOf = scope.asOf
        let asOf = scope.asOf.milliseconds
        let groups = LeadGroups(columns, by: .all, scope)
        var touches: [Code: [FirstTouches.Touch]] = [:]
        for touch in FirstTouches(columns, asOf: asOf).touches
        where touch.owner != Codebook.none && groups.ids[touch.lead] != groups.outside {
            touches[touch.owner, default: []].append(touch)
        }
        var skips: [Code: [Int]] = [:]
        for skip in 0..<columns.skips.count where columns.skips.at[skip] <= asOf {
            guard groups.ids[Int(columns.skips.lead[skip])] != groups.outside else { continue }
            skips[columns.skips.owner[skip], default: []].append(Int(columns.skips.decile[skip]))
        }
        rows = Set(touches.keys).union(skips.keys).sorted().map { owner in
            Row(owner, columns.owners.labels[Int(owner)], touches[owner] ?? [], skips: skips[owner] ?? [])
        }
        rows.sort { ($0.chance ?? 2, $0.ownerLabel) < ($1.chance ?? 2, $1.ownerLabel) }
    }
}

extension CherryPickingReport.Row {
    fileprivate init(_ owner: Code, _ label: String, _ touches: [FirstTouches.Touch], skips: [Int]) {
        self.owner = owner
        ownerLabel = label
        leads = touches.count
        answered = touches.count { $0.isAnswered }
        self.skips = skips.count
        let valued = touches.filter { $0.value != nil }.sorted { ($0.started, $0.lead) < ($1.started, $1.lead) }
        deciles = Self.deciles(touches, valued.compactMap(\.value), skips)
        let last = valued.suffix(CherryPickingReport.most)
        guard last.count >= CherryPickingReport.least else { return }
        let test = RankTest(last.map { $0.value ?? 0 }, last.map(\.working))
        index = test.correlation.map { 0 - $0 }
        chance = test.chance
        verdict = test.chance <= CherryPickingReport.level ? .flagged : .fair
    }

    private static func deciles(
        _ touches: [FirstTouches.Touch],
        _ values: [Int64],
        _ skips: [Int]
    ) -> [CherryPickingReport.Decile] {
        let sorted = values.sorted()
        func decile(_ value: Int64) -> Int {
            let below = sorted.partitioningIndex { $0 >= value }
            let upTo = sorted.partitioningIndex { $0 > value }
            let rank = Double(below) + Double(upTo - below - 1) / 2
            return min(10, Int(rank * 10 / Double(sorted.count)) + 1)
        }
        let byDecile = Dictionary(grouping: touches) { touch in touch.value.map(decile) ?? 0 }
        let skipped = Dictionary(grouping: skips) { $0 }
        return (0...10).compactMap { number in
            let own = byDecile[number] ?? []
            let passed = skipped[number]?.count ?? 0
            guard !own.isEmpty || passed > 0 else { return nil }
            let times = own.map(\.working).sorted()
            let median = times.isEmpty ? nil : Span(milliseconds: times[(times.count - 1) / 2])
            return .init(decile: number, leads: own.count, median: median, skips: passed)
        }
    }
}
