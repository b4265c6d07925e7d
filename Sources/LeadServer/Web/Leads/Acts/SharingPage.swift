import LeadApp
import LeadCore
import LeadStore

/// Who owns the lead for marketing, beside its owner in sales.
enum SharingPage: LeadActPage {
    static let path = "marketing-owner"
    static let title = "Marketing owner"
    static let done = "Marketing owner set"

    static func form(_ facts: LeadActFacts) -> FormView {
        let chosen = facts.value("marketingOwner", or: facts.lead.marketingOwner?.description ?? "")
        return form(
            facts,
            [
                .select(
                    "marketingOwner",
                    "Marketing owner",
                    options: [.blank("Choose …")]
                        + facts.choices.people.map { person in
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
            intro: "What comes of the lead is credited to its marketing owner and to its owner in sales."
        )
    }

    static func command(_ facts: LeadActFacts) throws(Refusal) -> ShareLead {
        guard let owner = User.ID(try facts.require("marketingOwner", "Choose who owns it for marketing.")) else {
            throw Refusal.invalid("/marketingOwner", "Choose who owns it for marketing.")
        }
        return ShareLead(lead: facts.lead.id, marketingOwner: owner)
    }
}
