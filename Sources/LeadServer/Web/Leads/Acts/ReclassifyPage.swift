import LeadApp
import LeadCore
import LeadStore

/// What the lead is really about.
enum ReclassifyPage: LeadActPage {
    static let path = "product-class"
    static let title = "Change product class"
    static let done = "Product class changed"

    static func form(_ facts: LeadActFacts) -> FormView {
        let chosen = facts.value("productClass", or: facts.answer.row.productClass)
        return form(
            facts,
            [
                .select(
                    "productClass",
                    "Product class",
                    options: Option.names(facts.choices.productClasses, chosen: chosen, none: nil),
                    required: true
                ),
                .input("reason", "Why", value: facts.value("reason"), required: true, wide: true),
            ],
            submit: title,
            intro: "Status, owner, clocks and responses stay. Reports count it under the new class from now on."
        )
    }

    static func command(_ facts: LeadActFacts) throws(Refusal) -> ReclassifyLead {
        ReclassifyLead(
            lead: facts.lead.id,
            productClass: try facts.require("productClass", "Choose a product class."),
            reason: facts.typed["reason"]
        )
    }
}
