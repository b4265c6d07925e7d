import LeadApp
import LeadCore
import LeadStore

/// Making a merged lead one of its own again.
enum UnmergePage: LeadActPage {
    static let path = LeadVerb.unmerge.path
    static let title = "Undo merge"
    static let done = "A lead of its own again"

    static func form(_ facts: LeadActFacts) -> FormView {
        form(
            facts,
            [],
            submit: "Undo merge",
            intro:
                "It is again exactly what it was, with its owner, next step and clock; the other lead gives back what it brought."
        )
    }

    static func command(_ facts: LeadActFacts) throws(Refusal) -> UndoMerge { UndoMerge(lead: facts.lead.id) }
}

/// Who answers for the lead in marketing.
enum MarketingOwnerPage: LeadActPage {
    static let path = "marketing-owner"
    static let title = "Marketing owner"
    static let done = "Marketing owner saved"

    static func form(_ facts: LeadActFacts) -> FormView {
        let chosen = facts.value("owner", or: facts.lead.marketingOwner?.description ?? "")
        let marketing = facts.choices.people.filter { $0.role == .marketing }
        let others = facts.choices.people.filter { $0.role != .marketing }
        return form(
            facts,
            [
                .select(
                    "owner",
                    "Who answers for it in marketing",
                    options: [.blank("Choose …")]
                        + (marketing + others).map { person in
                            Option(
                                value: "\(person.id)",
                                label: "\(person.name) · \(person.role.label)",
                                chosen: "\(person.id)" == chosen
                            )
                        },
                    required: true,
                    wide: true
                )
            ],
            submit: "Save",
            intro: "The lead stays with whoever holds it in sales; both are credited with what becomes of it."
        )
    }

    static func command(_ facts: LeadActFacts) throws(Refusal) -> SetMarketingOwner {
        guard let owner = User.ID(try facts.require("owner", "Choose somebody.")) else {
            throw Refusal.invalid("/owner", "Choose somebody.")
        }
        return SetMarketingOwner(lead: facts.lead.id, owner: owner)
    }
}
