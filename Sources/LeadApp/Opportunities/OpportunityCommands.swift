package import LeadCore
package import LeadStore

/// A command that acts on one opportunity: load, decide, save.
package protocol OpportunityCommand: Command where Outcome == OpportunityOutcome {
    var opportunity: Opportunity.ID { get }

    func decide(_ act: inout OpportunityAct) throws(Refusal)
}

package struct OpportunityOutcome: Codable, Hashable, Sendable {
    package var opportunity: Opportunity.ID
    package var stage: String
    package var kind: OpportunityStage.Kind
}

extension OpportunityCommand {
    package static var permission: Permission { .workOpportunities }

    package func perform(_ tx: borrowing Transaction, _ desk: Desk) throws -> OpportunityOutcome {
        let deal = try desk.access.opportunity(opportunity, tx.read)
        var act = OpportunityAct(deal, facts: desk.facts(tx, on: deal))
        try decide(&act)
        try tx.update(act)
        return OpportunityOutcome(opportunity: opportunity, stage: act.opportunity.stage, kind: act.opportunity.kind)
    }
}

/// Moves a deal to another open stage, also back from won or lost.
package struct MoveOpportunity: OpportunityCommand {
    package static let name = "move_opportunity"

    package var opportunity: Opportunity.ID
    package var stage: String

    package init(opportunity: Opportunity.ID, stage: String) {
        self.opportunity = opportunity
        self.stage = stage
    }

    package func decide(_ act: inout OpportunityAct) throws(Refusal) {
        try act.move(to: stage)
    }
}

/// The deal was won.
package struct WinOpportunity: OpportunityCommand {
    package static let name = "win_opportunity"

    package var opportunity: Opportunity.ID
    package var amount: Money?

    package init(opportunity: Opportunity.ID, amount: Money? = nil) {
        self.opportunity = opportunity
        self.amount = amount
    }

    package func decide(_ act: inout OpportunityAct) throws(Refusal) {
        if let amount { try act.amend(amount) }
        try act.win()
    }
}

/// The deal was lost: why, to whom, and how we ranked (requirement H5).
package struct LoseOpportunity: OpportunityCommand {
    package static let name = "lose_opportunity"

    package var opportunity: Opportunity.ID
    package var loss: OpportunityEvent.Loss

    package init(opportunity: Opportunity.ID, loss: OpportunityEvent.Loss) {
        self.opportunity = opportunity
        self.loss = loss
    }

    package func decide(_ act: inout OpportunityAct) throws(Refusal) {
        try act.lose(loss)
    }
}

/// What the deal is worth now.
package struct AmendOpportunity: OpportunityCommand {
    package static let name = "amend_opportunity"

    package var opportunity: Opportunity.ID
    package var amount: Money

    package init(opportunity: Opportunity.ID, amount: Money) {
        self.opportunity = opportunity
        self.amount = amount
    }

    package func decide(_ act: inout OpportunityAct) throws(Refusal) {
        try act.amend(amount)
    }
}
