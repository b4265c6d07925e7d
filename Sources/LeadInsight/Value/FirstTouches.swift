import LeadCore

/// How long each lead waited until somebody first responded, and who that was.
struct FirstTouches {
    struct Touch {
        var lead: Int
        var started: Int64
        /// Working time until it was answered, or until now where it was not.
        var working: Int64
        var isAnswered: Bool
        /// Who held it when it was answered, or holds it now; `Codebook.none` where nobody does.
        var owner: Code
        /// What it was expected to bring when it came, in minor units; nil where nobody knew.
        var value: Int64?
    }

    /// By lead, the first clock of each; only of leads that had one.
    private(set) var touches: [Touch] = []

    init(_ columns: Columns, asOf: Int64) {
        let clocks = columns.clocks
        guard let kind = columns.clockKinds.existing(ClockKind.firstResponse.rawValue) else { return }
        var first = [Int](repeating: -1, count: columns.leads.count)
        for clock in 0..<clocks.count where clocks.kind[clock] == kind && clocks.started[clock] <= asOf {
            let lead = Int(clocks.lead[clock])
            if first[lead] < 0 || clocks.started[clock] < clocks.started[first[lead]] { first[lead] = clock }
        }
        var places = [Int](repeating: -1, count: columns.leads.count)
        for (lead, clock) in first.enumerated() where clock >= 0 {
            let isAnswered = clocks.stopped[clock] <= asOf
            let start = Instant(milliseconds: clocks.started[clock])
            places[lead] = touches.count
            touches.append(
                Touch(
                    lead: lead,
                    started: clocks.started[clock],
                    working: isAnswered
                        ? clocks.working[clock]
                        : columns.workingTime(start, Instant(milliseconds: asOf)).milliseconds,
                    isAnswered: isAnswered,
                    owner: Codebook.none,
                    value: clocks.worth[clock]
                )
            )
        }
        let people = Set((0..<columns.owners.count).map { Code($0) }).subtracting(columns.pools)
        columns.leadOwners.eachPeriod(of: people) { lead, owner, from, until in
            guard lead < places.count, places[lead] >= 0 else { return }
            let moment = min(clocks.stopped[first[lead]], asOf)
            if from <= moment, moment < until { touches[places[lead]].owner = owner }
        }
    }
}
