import LeadApp
import LeadCore
import LeadStore

enum RejectionPage: LeadActPage {
    static let path = LeadVerb.reject.path
    static let title = "Reject"
    static let done = "Rejected"

    static func form(_ facts: LeadActFacts) -> FormView {
        form(
            facts,
            [.reason(facts, from: facts.policy.rejectionReasons), .note(facts)],
            submit: "Reject",
            tone: "danger",
            intro: "It is closed as not qualified. Marketing learns from the reason."
        )
    }

    static func command(_ facts: LeadActFacts) throws(Refusal) -> RejectLead {
        RejectLead(
            lead: facts.lead.id,
            reason: try facts.require("reason", "Choose a reason."),
            note: facts.typed.text("note")
        )
    }
}

enum LossPage: LeadActPage {
    static let path = LeadVerb.lose.path
    static let title = "Lost"
    static let done = "Closed as lost"

    static func form(_ facts: LeadActFacts) -> FormView {
        form(
            facts,
            [
                .input(
                    "reason",
                    "Why they did not buy from us",
                    value: facts.value("reason"),
                    required: true,
                    wide: true
                ),
                .note(facts),
            ],
            submit: "Close as lost",
            tone: "danger"
        )
    }

    static func command(_ facts: LeadActFacts) throws(Refusal) -> LoseLead {
        LoseLead(
            lead: facts.lead.id,
            reason: try facts.require("reason", "Say why they did not buy from us."),
            note: facts.typed.text("note")
        )
    }
}

enum ReopeningPage: LeadActPage {
    static let path = LeadVerb.reopen.path
    static let title = "Reopen"
    static let done = "Reopened"

    static func form(_ facts: LeadActFacts) -> FormView {
        form(
            facts,
            [.input("reason", "Why", value: facts.value("reason"), required: true, wide: true)],
            submit: "Reopen",
            intro: "It starts again, and goes to whose turn it is."
        )
    }

    static func command(_ facts: LeadActFacts) throws(Refusal) -> ReopenLead {
        ReopenLead(lead: facts.lead.id, reason: try facts.require("reason", "Say why it is taken up again."))
    }
}

extension LeadActFacts {
    /// Amounts are typed in the lead's own currency, or the policy's while it has no value.
    var currency: String { lead.value?.currency ?? policy.currency }
}
