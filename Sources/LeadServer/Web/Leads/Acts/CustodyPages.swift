import LeadApp
import LeadCore

enum AssignmentPage: LeadActPage {
    static let path = LeadVerb.assign.path
    static let title = "Assign"
    static let done = "Assigned"

    static func form(_ facts: LeadActFacts) -> FormView {
        form(
            facts,
            [
                .select(
                    "to",
                    "Who gets it",
                    options: Option.receivers(facts.choices, chosen: facts.typed.text("to")),
                    required: true,
                    wide: true
                ),
                .input("reason", "Why", value: facts.value("reason"), required: true, wide: true),
            ],
            submit: "Assign",
            intro: "Its next step and clock run on."
        )
    }

    static func command(_ facts: LeadActFacts) throws(Refusal) -> AssignLead {
        AssignLead(
            lead: facts.lead.id,
            to: try facts.receiver("to"),
            reason: try facts.require("reason", "Say why it changes hands.")
        )
    }
}

enum TakingPage: LeadActPage {
    static let path = LeadVerb.take.path
    static let title = "Take"
    static let done = "It is yours"

    static func form(_ facts: LeadActFacts) -> FormView {
        form(facts, [], submit: "Take", intro: "You hold this lead from now on.")
    }

    static func command(_ facts: LeadActFacts) throws(Refusal) -> TakeLead { TakeLead(lead: facts.lead.id) }
}

/// What the lead is worth.
enum ValuePage: LeadActPage {
    static let path = "value"
    static let title = "Set value"
    static let done = "Value set"

    static func form(_ facts: LeadActFacts) -> FormView {
        let present = facts.lead.value.map(MoneyWords.plain) ?? ""
        return form(
            facts,
            [
                .input(
                    "value",
                    "Value in \(facts.currency)",
                    value: facts.value("value", or: present),
                    required: true,
                    keyboard: "decimal"
                )
            ],
            submit: "Save value"
        )
    }

    static func command(_ facts: LeadActFacts) throws(Refusal) -> ValueLead {
        guard let value = try MoneyWords.typed(facts.typed["value"], currency: facts.currency, pointer: "/value") else {
            throw Refusal.invalid("/value", "Say what it is worth.")
        }
        return ValueLead(lead: facts.lead.id, value: value)
    }
}

/// Adding a person to the lead in a role.
enum ContactPage: LeadActPage {
    static let path = "contacts"
    static let title = "Add a person"
    static let done = "Added to the lead"

    static func form(_ facts: LeadActFacts) -> FormView {
        let role = facts.value("role", or: ContactRole.decisionMaker.rawValue)
        return form(
            facts,
            [
                .input("name", "Name", value: facts.value("name"), required: true),
                .input("title", "Job title", value: facts.value("title")),
                .input("email", "E-mail", value: facts.value("email"), type: "email", keyboard: "email"),
                .input("phone", "Phone", value: facts.value("phone"), type: "tel", keyboard: "tel"),
                .select(
                    "role",
                    "Part in this lead",
                    options: ContactRole.allCases.map {
                        Option(value: $0.rawValue, label: $0.label, chosen: $0.rawValue == role)
                    }
                ),
            ],
            submit: "Add",
            intro: "Somebody we know already is found by their e-mail address or phone number."
        )
    }

    static func command(_ facts: LeadActFacts) throws(Refusal) -> LinkContact {
        var person = Inquiry()
        person.name = facts.typed.text("name")
        person.title = facts.typed.text("title")
        person.email = facts.typed.text("email")
        person.phone = facts.typed.text("phone")
        return LinkContact(
            lead: facts.lead.id,
            person: person,
            role: ContactRole(rawValue: facts.typed["role"]) ?? .responder
        )
    }
}
