import LeadApp
import LeadCore

extension Timeline {
    /// What scripts, skips and taking back are told as.
    func call(_ event: LeadEvent, _ act: Act) -> TimelineEntry? {
        switch event {
        case .called(let called):
            called.answers.isEmpty
                ? nil
                : TimelineEntry(
                    act,
                    words,
                    "list-checks",
                    "Script: \(CountWords.counted(called.answers.count, "question", "questions")) answered",
                    why: script(called.script)
                )
        case .skipped(let skipped):
            TimelineEntry(
                act,
                words,
                "arrow-right",
                "Skipped: \(skipped.reason)",
                why: "Back for them \(words.time.relative(skipped.until))"
            )
        case .takenBack(let taken):
            TimelineEntry(
                act,
                words,
                "undo",
                "\(taken.act.label) taken back",
                why: taken.act == .skip ? nil : "\(words.status(taken.status).label), as it was"
            )
        default: nil
        }
    }

    private func script(_ key: String) -> String? {
        words.policy.calls.scripts.first { $0.key == key }?.name ?? key.trimmed
    }
}

extension LeadEvent.TakenBack.Act {
    fileprivate var label: String {
        switch self {
        case .attempt: "Attempt"
        case .call: "Call"
        case .skip: "Skip"
        }
    }
}
