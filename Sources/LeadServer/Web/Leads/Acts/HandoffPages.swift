import LeadApp
import LeadCore

/// Offering a lead to sales, through the gate.
enum HandoffPage: LeadActPage {
    static let path = LeadVerb.handOff.path
    static let title = "Hand off"
    static let done = "Handed off"

    static func form(_ facts: LeadActFacts) -> FormView {
        let isReady = facts.answer.gate.allSatisfy(\.isMet)
        return form(
            facts,
            [
                .select(
                    "to",
                    "Who gets it",
                    options: Option.receivers(facts.choices, chosen: facts.typed.text("to")),
                    required: true,
                    wide: true
                ),
                .area("note", "Note for them", value: facts.value("note")),
            ],
            submit: "Hand off",
            intro: isReady
                ? "They accept or decline; until then you see what becomes of it."
                : "Something that sales needs is missing. Qualify the lead first.",
            checklist: GateItem.list(facts.answer.gate)
        )
    }

    static func command(_ facts: LeadActFacts) throws(Refusal) -> HandOffLead {
        HandOffLead(lead: facts.lead.id, to: try facts.receiver("to"), note: facts.typed.text("note"))
    }
}

enum AcceptancePage: LeadActPage {
    static let path = LeadVerb.accept.path
    static let title = "Accept"
    static let done = "Accepted. It is yours."

    static func form(_ facts: LeadActFacts) -> FormView {
        form(facts, [], submit: "Accept", intro: "You hold this lead from now on and take the next step.")
    }

    static func command(_ facts: LeadActFacts) throws(Refusal) -> AcceptLead { AcceptLead(lead: facts.lead.id) }
}

enum DeclinePage: LeadActPage {
    static let path = LeadVerb.decline.path
    static let title = "Decline"
    static let done = "Declined. It went back to who offered it."

    static func form(_ facts: LeadActFacts) -> FormView {
        form(
            facts,
            [.reason(facts, from: facts.policy.declineReasons), .note(facts)],
            submit: "Decline",
            tone: "danger",
            intro: "It goes back to who offered it, with your reason."
        )
    }

    static func command(_ facts: LeadActFacts) throws(Refusal) -> DeclineLead {
        DeclineLead(
            lead: facts.lead.id,
            reason: try facts.require("reason", "Choose a reason."),
            note: facts.typed.text("note")
        )
    }
}

extension Field {
    /// What the next one should know, in free words.
    static func note(_ facts: LeadActFacts) -> Field {
        .area("note", "Note", value: facts.value("note"))
    }

    /// One of the policy's reasons, so that they can be counted.
    static func reason(_ facts: LeadActFacts, from reasons: [String]) -> Field {
        .select(
            "reason",
            "Reason",
            options: Option.texts(reasons, chosen: facts.typed.text("reason"), none: "Choose …"),
            required: true,
            wide: true
        )
    }
}
