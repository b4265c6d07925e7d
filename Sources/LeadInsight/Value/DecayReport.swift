package import LeadCore

/// The workspace's own half-life: how fast the chance of a conversion falls while leads wait (requirement X14).
package struct DecayReport: Hashable, Sendable {
    package var asOf: Instant
    /// Leads that were answered.
    package var answered = 0
    /// Those of them of which is known what became of them.
    package var decided = 0
    package var converted = 0
    /// Nil where there is too little to go by.
    package var fit: DecayFit?

    /// Leads that are still open are left out: nobody knows yet what becomes of them.
    package init(_ columns: Columns, _ scope: Scope) {
        asOf = scope.asOf
        let observations = Self.observations(columns, scope, answered: &answered)
        decided = observations.count
        converted = observations.count { $0.converted }
        fit = DecayEstimate.fit(observations)
    }

    private static func observations(
        _ columns: Columns,
        _ scope: Scope,
        answered: inout Int
    ) -> [DecayObservation] {
        let groups = LeadGroups(columns, by: .all, scope)
        var outcomes = [Bool?](repeating: nil, count: columns.leads.count)
        for step in columns.process {
            guard let kind = step.kind, !kind.isOpen || kind == .nurture, kind != .merged else { continue }
            let sitting = SittingScan(columns.stays[Int(step.code)], groups, asOf: scope.asOf.milliseconds)
            for lead in sitting.leads { outcomes[Int(lead)] = kind == .converted }
        }
        var observations: [DecayObservation] = []
        for touch in FirstTouches(columns, asOf: scope.asOf.milliseconds).touches
        where touch.isAnswered && groups.ids[touch.lead] != groups.outside {
            answered += 1
            guard let converted = outcomes[touch.lead] else { continue }
            observations.append(
                DecayObservation(hours: Double(touch.working) / 3_600_000, converted: converted)
            )
        }
        return observations
    }
}

extension DecayReport: PresentableReport {
    var table: ReportTable {
        ReportTable(
            title: "Half-life of the chance while leads wait",
            columns: [
                .init("answered", "Answered", .count),
                .init("decided", "Decided", .count),
                .init("converted", "Converted", .count),
                .init("chance", "Chance at once", .share),
                .init("half-life", "Half-life", .duration),
                .init("low", "At least", .duration),
                .init("high", "At most", .duration),
            ],
            rows: answered == 0
                ? []
                : [
                    [
                        .count(answered), .count(decided), .count(converted), fit.map { .share($0.chance) } ?? .none,
                        Self.span(fit?.halfLife), Self.span(fit?.low), Self.span(fit?.high),
                    ]
                ],
            notes: [
                "Working time. At least and at most are the ends of the 95 % interval, by likelihood ratio; open leads are left out."
            ]
        )
    }

    var chart: ReportChart? { nil }

    private static func span(_ hours: Double?) -> ReportTable.Cell {
        guard let hours, hours < 100_000 else { return .none }
        return .duration(Span(milliseconds: Int64(hours * 3_600_000)))
    }
}
