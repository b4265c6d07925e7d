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

/// Turning the lead into an opportunity with all its people.
enum ConversionPage: LeadActPage {
    static let path = LeadVerb.convert.path
    static let title = "Convert"
    static let done = "Converted"

    static func form(_ facts: LeadActFacts) -> FormView {
        let answer = facts.answer
        let name = answer.account.personal ? answer.row.displayName : answer.account.name
        let value = facts.lead.value.map(MoneyWords.plain) ?? ""
        return form(
            facts,
            [
                .input(
                    "name",
                    "Name of the deal",
                    value: facts.value("name", or: name),
                    required: true,
                    wide: true
                ),
                .input(
                    "amount",
                    "Amount in \(facts.currency)",
                    value: facts.value("amount", or: value),
                    keyboard: "decimal"
                ),
                .input("closeOn", "Expected to close", value: facts.value("closeOn"), type: "date"),
                .select("owner", "Owner", options: owners(facts), wide: true),
            ],
            submit: "Convert",
            intro: "The lead is closed; the deal keeps its people, source and history."
        )
    }

    static func command(_ facts: LeadActFacts) throws(Refusal) -> ConvertLeads {
        ConvertLeads(
            leads: [facts.lead.id],
            name: try facts.require("name", "Give the deal a name."),
            amount: try MoneyWords.typed(facts.typed["amount"], currency: facts.currency, pointer: "/amount"),
            closeOn: facts.typed.text("closeOn").flatMap { TimeField.morning(of: $0, in: facts.policy.calendar) },
            owner: facts.typed.text("owner").flatMap { User.ID($0) }
        )
    }

    private static func owners(_ facts: LeadActFacts) -> [Option] {
        let chosen = facts.value("owner", or: facts.lead.owner.person?.description ?? "")
        return [.blank("Who holds the lead")]
            + facts.choices.people.filter { $0.role.may(.workOpportunities) }.map { person in
                Option(value: "\(person.id)", label: person.name, chosen: "\(person.id)" == chosen)
            }
    }
}

extension LeadActFacts {
    /// Amounts are typed in the lead's own currency, or the policy's while it has no value.
    var currency: String { lead.value?.currency ?? policy.currency }
}
