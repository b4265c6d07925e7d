import LeadApp
import LeadCore
import LeadStore

/// A lead's life as its sellers would tell it: one entry an act, newest first.
///
/// The ledger holds every event; an act writes several at one moment (a call also moves the lead, restarts its clock and sets
/// the next step). Events of one moment and actor are told together, with what was noted then.
struct Timeline {
    /// What one person, or Baton, did at one moment.
    struct Act {
        var at: Instant
        var actor: User.ID?
        /// For whom the actor stood in.
        var onBehalfOf: User.ID?
        var events: [LeadEvent]
        /// Their sequence numbers.
        var lines: Set<Int64>
        /// Activities and notes that were logged with it.
        var notes: [ActivityRow]
    }

    let answer: LeadDetail.Answer
    let words: Wording
    /// The changes of status and the assignments as they are known now.
    let known: [LeadHistory.Line]

    init(_ answer: LeadDetail.Answer, _ words: Wording) {
        self.answer = answer
        self.words = words
        known = answer.history.moves + answer.history.assignments
    }

    func entries() -> [TimelineEntry] {
        let acts = acts()
        let told = Set(acts.flatMap(\.told))
        var entries = acts.flatMap { act in self.entries(for: act).map { (act.at, $0) } }
        entries += answer.activities.filter { !told.contains($0.id) }.map { ($0.at, entry(for: $0)) }
        return entries.enumerated()
            .sorted { ($1.element.0, $1.offset) < ($0.element.0, $0.offset) }
            .map(\.element.1)
    }

    func acts() -> [Act] {
        var acts: [Act] = []
        for line in answer.events {
            if let last = acts.indices.last, acts[last].at == line.at, acts[last].actor == line.actor {
                acts[last].events.append(line.event)
                acts[last].lines.insert(line.seq)
            } else {
                let notes = answer.activities.filter {
                    $0.at == line.at && !$0.isCompany && !acts.contains { $0.at == line.at }
                }
                acts.append(
                    Act(
                        at: line.at,
                        actor: line.actor,
                        onBehalfOf: line.onBehalfOf,
                        events: [line.event],
                        lines: [line.seq],
                        notes: notes
                    )
                )
            }
        }
        return acts
    }

    /// An activity that came without an act, as imports bring them.
    private func entry(for activity: ActivityRow) -> TimelineEntry {
        if activity.isCompany { return statedCompany(activity) }
        let channel = Channel(rawValue: activity.channel)
        let how = channel?.label ?? CaptureChannel(rawValue: activity.channel)?.responseLabel ?? "Note"
        let outcome = activity.outcome.map { ": \($0.label.lowercased())" } ?? ""
        return TimelineEntry(
            icon: activity.inbound ? "message-square" : channel?.icon ?? "pencil",
            title: how + outcome,
            text: activity.note,
            who: words.directory.name(activity.by),
            when: words.time.moment(activity.at)
        )
    }
}

extension Timeline.Act {
    var isCapture: Bool { events.contains { if case .captured = $0 { true } else { false } } }

    /// Whether it was brought in as history.
    var isImported: Bool {
        events.contains { if case .moved(let moved) = $0 { moved.imported == true } else { false } }
    }

    /// What was written down with the act.
    var note: String? { notes.compactMap(\.note).first }

    /// What is told with the act: all but the further notes of the same moment, each of which is told by itself.
    var told: [Identifier<ActivityRecord>] {
        let shown = notes.first { $0.note != nil }?.id
        return notes.filter { $0.channel != "note" || $0.id == shown }.map(\.id)
    }

    var newOwner: Owner? {
        events.compactMap { if case .assigned(let assigned) = $0 { assigned.owner } else { nil } }.last
    }

    var newStatus: Status? {
        events.compactMap { if case .moved(let moved) = $0 { moved.to } else { nil } }.last
    }

    var nextStep: NextStep? {
        events.compactMap { if case .nextStepSet(let step) = $0 { step } else { nil } }.last
    }

    /// Whether an event says by itself what the moves and assignments of this act mean.
    var tellsItself: Bool {
        events.contains { event in
            switch event {
            case .attempted, .qualified, .handedOff, .accepted, .declined, .converted, .mergedInto, .restored: true
            default: false
            }
        }
    }
}

extension Channel {
    var icon: String {
        switch self {
        case .phone: "phone"
        case .email: "mail"
        case .meeting: "presentation"
        case .message: "message-square"
        case .letter: "file-text"
        }
    }
}
