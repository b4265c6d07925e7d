import LeadApp
import LeadCore
import LeadStore

/// Giving a lead back to marketing until a wake date.
enum RecyclingPage: LeadActPage {
    static let path = LeadVerb.recycle.path
    static let title = "Recycle"
    static let done = "Recycled to marketing"

    static func form(_ facts: LeadActFacts) -> FormView {
        let today = facts.policy.calendar.zone.local(facts.answer.now).date
        return form(
            facts,
            [
                .reason(facts, from: facts.policy.recycleReasons),
                .input(
                    "wakeAt",
                    "Wake up on",
                    value: facts.value("wakeAt", or: "\(today + 90)"),
                    type: "date",
                    hint: "A new inquiry wakes it earlier.",
                    required: true
                ),
                .select("marketingOwner", "Looked after by", options: keepers(facts)),
                .note(facts),
            ],
            submit: "Recycle",
            intro: "Somebody in marketing holds it meanwhile; on the wake date it starts again."
        )
    }

    static func command(_ facts: LeadActFacts) throws(Refusal) -> RecycleLead {
        let reason = try facts.require("reason", "Choose a reason.")
        guard let wakeAt = TimeField.morning(of: facts.typed["wakeAt"], in: facts.policy.calendar) else {
            throw Refusal.invalid("/wakeAt", "Choose a day to wake it up.")
        }
        return RecycleLead(
            lead: facts.lead.id,
            reason: reason,
            wakeAt: wakeAt,
            marketingOwner: facts.typed.text("marketingOwner").flatMap { User.ID($0) },
            note: facts.typed.text("note")
        )
    }

    private static func keepers(_ facts: LeadActFacts) -> [Option] {
        let chosen = facts.value("marketingOwner", or: facts.lead.marketingOwner?.description ?? "")
        return [.blank("Marketing")]
            + facts.choices.people.filter { $0.role == .marketing }.map { person in
                Option(value: "\(person.id)", label: person.name, chosen: "\(person.id)" == chosen)
            }
    }
}

enum WakePage: LeadActPage {
    static let path = LeadVerb.wake.path
    static let title = "Wake up"
    static let done = "Woken up"

    static func form(_ facts: LeadActFacts) -> FormView {
        form(facts, [], submit: "Wake up", intro: "It starts again now instead of on its wake date.")
    }

    static func command(_ facts: LeadActFacts) throws(Refusal) -> WakeLead { WakeLead(lead: facts.lead.id) }
}
