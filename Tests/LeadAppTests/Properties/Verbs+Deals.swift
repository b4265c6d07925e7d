import LeadApp
import LeadCore
import LeadStore

extension Verb {
    /// From marketing and inside sales to the seller.
    static let handing: [Verb] = [
        Verb("hand_off", 9) { scene in
            let lead = try await scene.lead()
            try await scene.perform(
                HandOffLead(lead: lead, to: try await scene.receiver(), note: "Ready"),
                as: try await scene.worker(of: lead)
            )
        },
        Verb("accept", 7) { scene in
            let lead = try await scene.lead()
            try await scene.perform(AcceptLead(lead: lead), as: try await scene.worker(of: lead))
        },
        Verb("decline", 4) { scene in
            let lead = try await scene.lead()
            let reason = scene.dice.pick(Policy.standardDeclineReasons + [" "])
            try await scene.perform(DeclineLead(lead: lead, reason: reason), as: try await scene.worker(of: lead))
        },
        Verb("lose", 2) { scene in
            let lead = try await scene.lead()
            try await scene.perform(LoseLead(lead: lead, reason: "Price"), as: try await scene.worker(of: lead))
        },
        Verb("convert", 6) { scene in
            var leads = [try await scene.lead()]
            for _ in 0..<scene.dice.below(3) { leads.append(try await scene.neighbour(of: leads[0])) }
            let command = ConvertLeads(
                leads: leads,
                name: scene.dice.pick(["Scanners", "Pumps", " "]),
                product: scene.dice.oneIn(20) ? "No such thing" : nil,
                lines: scene.dice.oneIn(4) ? [.init(product: "Product 1", quantity: 1 + scene.dice.below(3))] : [],
                amount: scene.dice.oneIn(2) ? scene.money() : nil,
                owner: scene.dice.oneIn(3) ? try await scene.user() : nil,
                otherAccounts: scene.dice.oneIn(4)
            )
            try await scene.perform(command, as: try await scene.worker(of: leads[0]))
        },
    ]

    /// Deals.
    static let selling: [Verb] = [
        Verb("move_deal", 3) { scene in
            let deal = try await scene.deal()
            let stage = scene.dice.pick(OpportunityStage.standard.map(\.key) + ["nowhere"])
            try await scene.perform(MoveOpportunity(opportunity: deal, stage: stage), as: try await scene.anybody())
        },
        Verb("win_deal", 2) { scene in
            let deal = try await scene.deal()
            let amount = scene.dice.oneIn(2) ? scene.money() : nil
            try await scene.perform(WinOpportunity(opportunity: deal, amount: amount), as: try await scene.anybody())
        },
        Verb("lose_deal", 2) { scene in
            let deal = try await scene.deal()
            let loss = OpportunityEvent.Loss(
                reason: scene.dice.pick(["Price", " "]),
                competitor: "Rival",
                rank: scene.dice.below(4)
            )
            try await scene.perform(LoseOpportunity(opportunity: deal, loss: loss), as: try await scene.anybody())
        },
        Verb("amend_deal", 2) { scene in
            let deal = try await scene.deal()
            try await scene.perform(
                AmendOpportunity(opportunity: deal, amount: scene.money()),
                as: try await scene.anybody()
            )
        },
    ]
}
