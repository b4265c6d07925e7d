import LeadApp
import LeadCore
import LeadStore

extension Timeline {
    /// What a clock did by itself, or what was done to it.
    func clockEntry(for event: LeadEvent, of act: Act) -> TimelineEntry? {
        switch event {
        case .clockWarned(let warned):
            TimelineEntry(act, words, "alarm-clock", "\(warned.kind.label) is due soon", why: "Its owner was warned")
        case .clockEscalated(let escalated):
            TimelineEntry(
                act,
                words,
                "bell",
                "\(escalated.kind.label) escalated, level \(escalated.level)",
                tone: "bad",
                why: told(escalated.tell)
            )
        case .clockPaused(let paused):
            TimelineEntry(
                act,
                words,
                "pause",
                "\(paused.kind.label) paused until \(words.time.day(words.time.zone.local(paused.until).date))",
                why: "Due \(words.time.text(paused.times.dueAt)) then"
            )
        case .clockResumed(let resumed):
            TimelineEntry(
                act,
                words,
                "play",
                "\(resumed.kind.label) goes on",
                tone: "active",
                why: "Due \(words.time.text(resumed.times.dueAt))"
            )
        default: nil
        }
    }

    /// "Told: owner's manager, marketing".
    private func told(_ told: [Told]) -> String? {
        told.isEmpty ? nil : "Told: " + told.map { $0.label.lowercased() }.joined(separator: ", ")
    }
}
