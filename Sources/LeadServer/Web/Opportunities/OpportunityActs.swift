import LeadApp
import LeadCore

/// An act on a deal as a page: the form that GET shows, and the command that POST makes of it.
protocol OpportunityActPage: Sendable {
    associatedtype Act: Command

    /// The sub-resource, such as `loss`.
    static var path: String { get }
    static var title: String { get }
    /// Said once it is done, such as "Won".
    static var done: String { get }

    static func form(_ facts: OpportunityActFacts) -> FormView
    /// - Throws: a refusal that names the fields that cannot be read.
    static func command(_ facts: OpportunityActFacts) throws(Refusal) -> Act
}

/// What the form of an act is filled from: the deal, and what was typed.
struct OpportunityActFacts: Sendable {
    let answer: OpportunityDetail.Answer
    /// Empty until the form comes back.
    let typed: SubmittedForm

    var deal: Opportunity { answer.opportunity }
    var policy: Policy { answer.policy }
    /// Amounts are typed in the deal's own currency, or the policy's while it has no amount.
    var currency: String { deal.amount?.currency ?? policy.currency }

    /// What stands in a field: what was typed, or a proposal.
    func value(_ name: String, or proposal: String = "") -> String {
        typed.fields.contains { $0.name == name } ? typed[name] : proposal
    }

    func amount() throws(Refusal) -> Money? {
        try MoneyWords.typed(typed["amount"], currency: currency, pointer: "/amount")
    }

    var amountField: Field {
        .input(
            "amount",
            "Amount in \(currency)",
            value: value("amount", or: deal.amount.map(MoneyWords.plain) ?? ""),
            keyboard: "decimal"
        )
    }
}

extension OpportunityActPage {
    static func form(
        _ facts: OpportunityActFacts,
        _ fields: [Field],
        submit: String,
        tone: String = "primary",
        intro: String? = nil
    ) -> FormView {
        FormView(
            id: path,
            action: OpportunityAddress.act(facts.deal.id, path),
            fields: fields,
            submit: submit,
            submitTone: tone,
            intro: intro,
            cancel: OpportunityAddress.page(facts.deal.id)
        )
    }
}

enum StageAct: OpportunityActPage {
    static let path = "stage"
    static let title = "Move"
    static let done = "Moved"

    static func form(_ facts: OpportunityActFacts) -> FormView {
        let chosen = facts.value("stage", or: facts.deal.kind == .open ? facts.deal.stage : "")
        let open = facts.policy.opportunityStages.filter { $0.kind == .open }
        return form(
            facts,
            [
                .choice(
                    "stage",
                    "Stage",
                    options: open.map { Option(value: $0.key, label: $0.label, chosen: $0.key == chosen) }
                )
            ],
            submit: "Move",
            intro: facts.deal.kind == .open ? nil : "It is taken up again as an open deal."
        )
    }

    static func command(_ facts: OpportunityActFacts) throws(Refusal) -> MoveOpportunity {
        guard let stage = facts.typed.text("stage") else { throw Refusal.invalid("/stage", "Choose a stage.") }
        return MoveOpportunity(opportunity: facts.deal.id, stage: stage)
    }
}

enum WinAct: OpportunityActPage {
    static let path = "win"
    static let title = "Won"
    static let done = "Won. Congratulations!"

    static func form(_ facts: OpportunityActFacts) -> FormView {
        form(
            facts,
            [facts.amountField],
            submit: "Close as won",
            intro: "What was signed; it counts in the sales reports."
        )
    }

    static func command(_ facts: OpportunityActFacts) throws(Refusal) -> WinOpportunity {
        WinOpportunity(opportunity: facts.deal.id, amount: try facts.amount())
    }
}

enum LossAct: OpportunityActPage {
    static let path = "loss"
    static let title = "Lost"
    static let done = "Closed as lost"

    static func form(_ facts: OpportunityActFacts) -> FormView {
        form(
            facts,
            [
                .select(
                    "reason",
                    "Why",
                    options: Option.texts(
                        facts.policy.lossReasons,
                        chosen: facts.typed.text("reason"),
                        none: "Choose …"
                    ),
                    required: true,
                    wide: true
                ),
                .input("competitor", "Who got it", value: facts.value("competitor")),
                .input(
                    "rank",
                    "Our place",
                    value: facts.value("rank"),
                    hint: "2 when we came second",
                    keyboard: "numeric"
                ),
            ],
            submit: "Close as lost",
            tone: "danger",
            intro: "Reason, winner and place are what the loss report learns from."
        )
    }

    static func command(_ facts: OpportunityActFacts) throws(Refusal) -> LoseOpportunity {
        let rank = try facts.typed.text("rank").map { text throws(Refusal) in
            guard let rank = Int(text) else { throw Refusal.invalid("/rank", "The rank is a number from 1 to 99.") }
            return rank
        }
        return LoseOpportunity(
            opportunity: facts.deal.id,
            loss: .init(reason: facts.typed["reason"], competitor: facts.typed.text("competitor"), rank: rank)
        )
    }
}

enum AmountAct: OpportunityActPage {
    static let path = "amount"
    static let title = "Amount"
    static let done = "Amount saved"

    static func form(_ facts: OpportunityActFacts) -> FormView {
        form(facts, [facts.amountField], submit: "Save amount")
    }

    static func command(_ facts: OpportunityActFacts) throws(Refusal) -> AmendOpportunity {
        guard let amount = try facts.amount() else { throw Refusal.invalid("/amount", "Say what it is worth.") }
        return AmendOpportunity(opportunity: facts.deal.id, amount: amount)
    }
}

extension ActButton {
    /// What can be done with a deal now, most likely first.
    static func buttons(for answer: OpportunityDetail.Answer) -> [ActButton] {
        let deal = answer.opportunity
        func button<Act: OpportunityActPage>(
            _ act: Act.Type,
            _ label: String,
            _ icon: String,
            _ key: String,
            primary: Bool = false
        ) -> ActButton {
            ActButton(
                id: Act.path,
                label: label,
                href: OpportunityAddress.act(deal.id, Act.path),
                icon: icon,
                key: key,
                primary: primary
            )
        }
        guard deal.kind != .withdrawn else { return [] }
        guard deal.kind == .open else {
            return [button(StageAct.self, "Take up again", "refresh-cw", "m", primary: true)]
        }
        return [
            button(WinAct.self, "Won", "trophy", "w", primary: true),
            button(StageAct.self, "Move", "arrow-right", "m"),
            button(AmountAct.self, "Amount", "banknote", "a"),
            button(LossAct.self, "Lost", "circle-x", "x"),
            ActButton(
                id: "leads",
                label: "Add a lead",
                href: OpportunityAddress.act(deal.id, "leads"),
                icon: "plus",
                key: "l"
            ),
        ] + (answer.undo == nil ? [] : [button(ConversionUndoAct.self, "Undo conversion", "undo", "u")])
    }
}
