import LeadApp
import LeadCore
import LeadStore

/// Writing something down about a lead: the box on its timeline, and the page when that is refused.
enum NotePage: LeadActPage {
    static let path = "notes"
    static let title = "Add a note"
    static let done = "Note kept"

    static func form(_ facts: LeadActFacts) -> FormView {
        form(facts, [.note(facts.value("text"))], submit: title)
    }

    static func command(_ facts: LeadActFacts) throws(Refusal) -> AddNote {
        AddNote(lead: facts.lead.id, text: facts.typed["text"])
    }
}

/// The same about a deal.
enum DealNotePage: OpportunityActPage {
    static let path = NotePage.path
    static let title = NotePage.title
    static let done = NotePage.done

    static func form(_ facts: OpportunityActFacts) -> FormView {
        form(facts, [.note(facts.value("text"))], submit: title)
    }

    static func command(_ facts: OpportunityActFacts) throws(Refusal) -> AddDealNote {
        AddDealNote(opportunity: facts.deal.id, text: facts.typed["text"])
    }
}

extension Field {
    static func note(_ text: String) -> Field { .area("text", "Note", value: text, required: true) }
}

extension FormView {
    /// The box that always stands on a timeline.
    static func noteBox(_ address: String) -> FormView {
        FormView(
            id: "note-box",
            action: address,
            fields: [.note("")],
            submit: NotePage.title,
            submitTone: "quiet"
        ).once()
    }
}
