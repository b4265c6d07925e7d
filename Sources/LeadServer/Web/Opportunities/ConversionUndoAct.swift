import LeadApp
import LeadCore

/// Taking the conversion back, so that the leads are again what they were.
enum ConversionUndoAct: OpportunityActPage {
    static let path = "undo"
    static let title = "Undo conversion"
    static let done = "The leads are open again"

    static func form(_ facts: OpportunityActFacts) -> FormView {
        let isTicked = facts.typed.text("confirmed") != nil
        return form(
            facts,
            facts.answer.undo?.needsConfirmation == true
                ? [.confirm("confirmed", "The deal has been moved on; undo it nevertheless", isTicked: isTicked)] : [],
            submit: "Undo conversion",
            tone: "danger",
            intro:
                "Each lead is again exactly what it was, with its owner, next step and clocks. The deal is withdrawn: neither won nor lost."
        )
    }

    static func command(_ facts: OpportunityActFacts) throws(Refusal) -> UndoConversion {
        UndoConversion(opportunity: facts.deal.id, confirmed: facts.typed.text("confirmed") != nil)
    }
}
