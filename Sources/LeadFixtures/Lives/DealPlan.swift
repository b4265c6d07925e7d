import LeadCore

/// Writes what comes of an accepted lead: the deal, its stages, and how it ends.
struct DealPlan {
    let productClass: String
    /// The chance that it is won.
    let wins: Double
    var chance: Chance

    mutating func write() -> [Step] {
        let amount = chance.amount(median: Catalogue.typicalDeal(productClass))
        var steps = [
            Step(
                after: .working(chance.span(median: 1300)),
                deed: .convert(amount: euros(amount), closesInDays: chance.number(40...120))
            )
        ]
        let isWon = chance.happens(wins)
        let stages = isWon ? Self.stages : Array(Self.stages.prefix(chance.number(1...3)))
        for stage in stages {
            steps.append(Step(after: .days(chance.number(8...38)), deed: .advance(stage)))
            if stage == "proposal", chance.happens(0.4) {
                steps.append(Step(after: .working(.minutes(45)), deed: .amend(euros(amount / 100 * 92))))
            }
        }
        steps.append(Step(after: .days(chance.number(6...40)), deed: isWon ? .win : .loseDeal(loss())))
        return steps
    }

    private static let stages = ["engaging", "proposal", "negotiation"]

    /// Software is lost to one competitor again and again, as the second of the bidders: something to find in the reports.
    private mutating func loss() -> OpportunityEvent.Loss {
        if chance.happens(0.2) { return OpportunityEvent.Loss(reason: "Project stopped") }
        if productClass == "Software", chance.happens(0.75) {
            return OpportunityEvent.Loss(reason: "Missing feature", competitor: "Optimetra", rank: 2)
        }
        return OpportunityEvent.Loss(
            reason: chance.pick(Words.lossReasons),
            competitor: chance.pick(Words.competitors),
            rank: chance.number(2...4)
        )
    }

    private func euros(_ cents: Int64) -> Money {
        Money(minor: cents, currency: "EUR")
    }
}
