import LeadApp
import LeadCore
import LeadStore

/// Somebody who stands in for one.
struct AssistantView: Encodable {
    var name: String
    /// "since 2 Nov 2026", "from 1 Dec 2026 until 24 Dec 2026".
    var period: String
    var removal: String

    init(_ record: AssistantRecord, _ choices: Choices.Answer) {
        let time = TimeWords(now: choices.now, zone: choices.policy.calendar.zone)
        func day(_ at: Instant) -> String { time.day(time.zone.local(at).date) }
        let isOver = record.until.map { $0 <= choices.now } ?? false
        let start = record.from > choices.now ? "from \(day(record.from))" : "since \(day(record.from))"
        let end = record.until.map { isOver ? ", ended \(day($0))" : ", until \(day($0))" } ?? ""
        name = choices.people.first { $0.id == record.assistant }?.name ?? "Somebody who left"
        period = start + end
        removal = "/account/assistants/\(record.assistant)/removal"
    }
}

extension FormView {
    /// Naming an assistant.
    static func appointment(_ user: Colleague, _ choices: Choices.Answer, _ typed: SubmittedForm) -> FormView {
        let others = choices.people.filter { $0.id != user.id }
        return FormView(
            id: "appointment",
            action: "/account/assistants",
            fields: [
                .select(
                    "assistant",
                    "Assistant",
                    options: [.blank("Choose …")]
                        + others.map { person in
                            Option(
                                value: "\(person.id)",
                                label: "\(person.name) · \(person.role.label)",
                                chosen: "\(person.id)" == typed.text("assistant")
                            )
                        },
                    required: true,
                    wide: true
                ),
                .input("from", "From", value: typed["from"], type: "date", hint: "At once when empty"),
                .input("until", "Until", value: typed["until"], type: "date", hint: "Without an end when empty"),
            ],
            submit: "Add assistant",
            intro:
                "An assistant sees and works your leads and deals as far as their own role allows. The timeline says that they did it for you."
        )
    }
}
