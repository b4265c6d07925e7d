import LeadApp
import LeadCore

/// Stopping the clock until a day.
enum PausePage: LeadActPage {
    static let path = LeadVerb.pause.path
    static let title = "Pause the clock"
    static let done = "The clock is paused"

    static func form(_ facts: LeadActFacts) -> FormView {
        form(
            facts,
            [
                .input("until", "Until", value: facts.value("until"), type: "date", required: true),
                .input(
                    "reason",
                    "Why",
                    value: facts.value("reason"),
                    hint: "Such as: on holiday, asked us to call in December.",
                    required: true,
                    wide: true
                ),
            ],
            submit: "Pause",
            intro: "What is left of its time counts on from the morning of that day; an earlier inquiry ends the pause."
        )
    }

    static func command(_ facts: LeadActFacts) throws(Refusal) -> PauseClock {
        let calendar = facts.answer.calendars[facts.lead.owner]
        guard let until = TimeField.morning(of: facts.typed["until"], in: calendar) else {
            throw Refusal.invalid("/until", "Choose the day on which it goes on.")
        }
        return PauseClock(
            lead: facts.lead.id,
            until: until,
            reason: try facts.require("reason", "Say why it waits.")
        )
    }
}

enum ResumptionPage: LeadActPage {
    static let path = LeadVerb.resume.path
    static let title = "Resume the clock"
    static let done = "The clock runs again"

    static func form(_ facts: LeadActFacts) -> FormView {
        form(facts, [], submit: "Resume", intro: "What is left of its time counts on from now.")
    }

    static func command(_ facts: LeadActFacts) throws(Refusal) -> ResumeClock { ResumeClock(lead: facts.lead.id) }
}

/// More time for a lead that is late.
enum ExtensionPage: LeadActPage {
    static let path = LeadVerb.extend.path
    static let title = "Extend"
    static let done = "It has more time"

    static func form(_ facts: LeadActFacts) -> FormView {
        form(
            facts,
            [
                .input(
                    "what",
                    "Next step",
                    value: facts.value("what", or: facts.lead.nextStep?.what ?? ""),
                    required: true,
                    wide: true
                ),
                .input("dueAt", "Due", value: facts.value("dueAt"), type: "datetime-local", required: true),
                .input("reason", "Why", value: facts.value("reason"), required: true, wide: true),
            ],
            submit: "Extend",
            intro: "Next step and clock are due at this time. That it was late stays recorded."
        )
    }

    static func command(_ facts: LeadActFacts) throws(Refusal) -> ExtendLead {
        guard let dueAt = TimeField.moment(facts.typed["dueAt"], in: facts.policy.calendar.zone) else {
            throw Refusal.invalid("/dueAt", "Say by when.")
        }
        return ExtendLead(
            lead: facts.lead.id,
            next: NextStep(what: try facts.require("what", "Say what is to be done next."), dueAt: dueAt),
            reason: try facts.require("reason", "Say why it gets more time.")
        )
    }
}
