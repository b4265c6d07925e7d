import LeadApp
import LeadCore
import LeadStore

extension Timeline {
    /// What an act is told as; empty when only clocks moved.
    func entries(for act: Act) -> [TimelineEntry] {
        var entries = act.events.compactMap { entry(for: $0, of: act) }
        if entries.isEmpty, let step = act.nextStep {
            entries.append(TimelineEntry(act, words, "calendar-clock", "Next step: \(step.what)", why: due(step)))
        }
        if let first = entries.indices.first {
            if entries[first].text == nil { entries[first].text = act.note }
            entries[first].corrected = corrections(of: act)
            entries[first].corrections = corrigible(act)
        }
        return entries
    }

    private func entry(for event: LeadEvent, of act: Act) -> TimelineEntry? {
        switch event {
        case .captured: captured(act)
        case .responded(let responded): act.isCapture ? nil : self.responded(responded, act)
        case .attempted(let attempt): attempted(attempt, act)
        case .qualified(let qualified): self.qualified(qualified, act)
        case .moved(let moved): act.tellsItself ? nil : self.moved(moved, act)
        case .assigned(let assigned): assignment(assigned, act)
        case .handedOff(let offer):
            TimelineEntry(
                act,
                words,
                "arrow-right-left",
                "Handed off to \(words.directory.name(act.newOwner ?? offer.giver))",
                tone: "active",
                why: passage(offer)
            )
        case .accepted: TimelineEntry(act, words, "handshake", "Accepted", tone: "good", why: next(act))
        case .declined(let declined):
            TimelineEntry(
                act,
                words,
                "undo",
                "Declined" + (act.newOwner.map { ", back to \(words.directory.name($0))" } ?? ""),
                tone: "bad",
                why: declined.reason
            )
        case .converted(let converted):
            TimelineEntry(
                act,
                words,
                "trophy",
                "Became a deal",
                tone: "good",
                why: act.isImported
                    ? Self.noGate : converted.passed.map { "Version \($0.gateVersion) of the gate was passed" }
            )
        case .recognized(let recognized): self.recognized(recognized, act)
        case .valued(let money): TimelineEntry(act, words, "banknote", "Value set to \(MoneyWords.full(money))")
        case .contactLinked(let link) where link.insteadOf != nil: samePerson(link, act)
        case .contactLinked(let link):
            act.isCapture || act.joinsLeads
                ? nil
                : TimelineEntry(
                    act,
                    words,
                    "user-plus",
                    "\(name(link.contact)) added as \(link.role.label.lowercased())"
                )
        case .contactUnlinked(let link):
            act.joinsLeads
                ? nil : TimelineEntry(act, words, "user", "\(name(link.contact)) taken off this lead")
        case .marketingOwned(let owned):
            act.newOwner == .person(owned.owner)
                ? nil
                : TimelineEntry(
                    act,
                    words,
                    "megaphone",
                    "\(words.directory.name(owned.owner)) looks after it for marketing"
                )
        case .clockBreached(let breached):
            TimelineEntry(act, words, "alarm-clock", "\(breached.kind.label) is late", tone: "bad")
        case .corrected(let correction): corrected(correction, act)
        case .clockWarned, .clockEscalated, .clockPaused, .clockResumed: clockEntry(for: event, of: act)
        case .clockStarted, .clockStopped, .nextStepSet, .clockRescheduled: nil
        case .fieldsSet(let fields): act.isCapture ? nil : self.fields(fields, act)
        case .accountDescribed(let account):
            TimelineEntry(act, words, "building", "Company described", why: account.facts.joined(separator: ", "))
        case .leadLinked, .leadUnlinked, .mergedInto, .absorbed, .released, .restored, .accountChanged:
            joining(event, act)
        case .called, .skipped, .takenBack: call(event, act)
        case .contactChanged(let change): contactChanged(change, act)
        case .reclassified(let change): reclassified(change, act)
        case .mailed(let mailed): self.mailed(mailed, act)
        }
    }

    private func captured(_ act: Act) -> TimelineEntry {
        let campaign = answer.row.campaign.map { " · \($0)" } ?? ""
        let channel = answer.responses.first { $0.at == act.at }?.channel?.responseLabel
        return TimelineEntry(
            act,
            words,
            "sprout",
            "New lead from \(answer.row.source)\(campaign)",
            tone: "active",
            why: channel
        )
    }

    private func responded(_ responded: LeadEvent.Responded, _ act: Act) -> TimelineEntry {
        let response = answer.responses.first { $0.id == responded.response }
        let who = response?.contact.trimmed ?? "Somebody"
        let title = response?.campaign.map { "\(who) responded to \($0)" } ?? "\(who) asked again"
        return TimelineEntry(
            act,
            words,
            "message-square",
            title,
            tone: "active",
            why: response?.channel?.responseLabel
        )
    }

    private func recognized(_ recognized: LeadEvent.Recognized, _ act: Act) -> TimelineEntry {
        let signals = recognized.responses.count == 1 ? "1 signal" : "\(recognized.responses.count) signals"
        let touches = recognized.touches == 0 ? "" : " and \(recognized.touches) of our own activities"
        return TimelineEntry(
            act,
            words,
            "sparkles",
            "Recognised from \(signals)\(touches)",
            tone: "active",
            why: "\(recognized.points) of \(recognized.threshold) points"
        )
    }

    private func attempted(_ attempt: Attempt, _ act: Act) -> TimelineEntry {
        let length = attempt.seconds.map { " · \(TimeWords.span(.seconds(Int64($0))))" } ?? ""
        return TimelineEntry(
            act,
            words,
            attempt.channel.icon,
            "\(attempt.channel.label): \(attempt.outcome.label.lowercased())\(length)",
            tone: attempt.outcome.isConversation ? "good" : "neutral",
            why: [change(act), next(act)].compactMap { $0 }.joined(separator: " · ").trimmed
        )
    }

    private func qualified(_ qualified: LeadEvent.Qualified, _ act: Act) -> TimelineEntry {
        let levels = Criterion.allCases.compactMap { criterion in
            qualified.levels.level(criterion).map { "\(criterion.label) \($0.rawValue)" }
        }
        let grade = qualified.grade.map { "Grade \($0.label)\(qualified.overridden ? " (set by hand)" : "")" }
        return TimelineEntry(
            act,
            words,
            "target",
            "Qualification recorded",
            tone: "active",
            why: (levels + [grade, change(act)].compactMap { $0 }).joined(separator: " · ").trimmed
        )
    }

    private func assignment(_ assigned: LeadEvent.Assigned, _ act: Act) -> TimelineEntry? {
        if act.tellsItself || assigned.reason == .recycled, assigned.reason != .manual { return nil }
        return TimelineEntry(
            act,
            words,
            "user-round-check",
            "Assigned to \(words.directory.name(assigned.owner))",
            why: assigned.reason.sentence
        )
    }

    /// Why a change of status is there that no gate let through (requirement X6).
    private static let noGate = "Imported as it was; no gate was passed here"

    private func moved(_ moved: LeadEvent.Moved, _ act: Act) -> TimelineEntry {
        let label = words.status(moved.to).label
        let before = words.policy.process.kind(of: moved.from)
        switch moved.kind {
        case _ where moved.migrated == true:
            return TimelineEntry(act, words, "git-merge", "Now \(label)", why: "The lead process was changed")
        case _ where moved.imported == true:
            let why = [moved.reason, Self.noGate].compactMap { $0 }.joined(
                separator: " · "
            )
            return TimelineEntry(act, words, "arrow-right", "\(label), before Baton", why: why)
        case .rejected: return TimelineEntry(act, words, "ban", label, tone: "bad", why: moved.reason)
        case .lost: return TimelineEntry(act, words, "circle-x", label, tone: "bad", why: moved.reason)
        case .nurture:
            let keeper = act.newOwner.map { ", to \(words.directory.name($0))," } ?? ""
            let until = act.nextStep.map { " until \(words.time.day(words.time.zone.local($0.dueAt).date))" } ?? ""
            return TimelineEntry(act, words, "moon-star", "Back to marketing\(keeper)\(until)", why: moved.reason)
        case .new where before == .nurture:
            return TimelineEntry(act, words, "alarm-clock", "Woken up", tone: "active", why: moved.cause?.label)
        case .new where before?.isOpen == false:
            return TimelineEntry(act, words, "refresh-cw", "Reopened", tone: "active", why: moved.reason)
        default:
            return TimelineEntry(act, words, "arrow-right", "Moved to \(label)", why: moved.reason)
        }
    }

    /// "Now Attempted contact".
    private func change(_ act: Act) -> String? { act.newStatus.map { "Now \(words.status($0).label)" } }

    /// "Next: Call again, Tue 24 Nov, 09:00".
    private func next(_ act: Act) -> String? { act.nextStep.map { "Next: \($0.what), \(words.time.text($0.dueAt))" } }

    private func due(_ step: NextStep) -> String { "Due \(words.time.text(step.dueAt))" }

    private func name(_ contact: Contact.ID) -> String {
        answer.people.first { $0.contact.id == contact }?.contact.name.trimmed ?? "Somebody"
    }
}

extension TimelineEntry {
    init(
        _ act: Timeline.Act,
        _ words: Wording,
        _ icon: String,
        _ title: String,
        tone: String = "neutral",
        why: String? = nil
    ) {
        self.init(
            icon: icon,
            tone: tone,
            title: title,
            text: nil,
            why: why,
            who: words.directory.name(act.actor, for: act.onBehalfOf),
            when: words.time.moment(act.at)
        )
    }
}

extension AssignmentReason {
    /// Why somebody got the lead, as one would say it.
    var sentence: String {
        switch self {
        case .turn: "It was their turn"
        case .nobodyAvailable: "Nobody in the pool was there; its duty holder answers for it"
        case .queue: "Waits in the pool until somebody takes it"
        case .accountOwner: "They hold this account already"
        case .manual: "Given by hand"
        case .handOff: "Handed off"
        case .declined: "Declined, so it went back to who offered it"
        case .recycled: "Recycled to marketing"
        case .woken: "Woken up"
        case .taken: "Taken from the pool"
        case .imported: "Named as owner where it came from"
        case .reopened: "It was their turn when it was reopened"
        case .corrected: "Had it before the change that was taken back"
        case .ranOut: "Its time ran out before that"
        case .leastLoaded: "They held the fewest open leads"
        case .catchAll: "Nobody in the pool that the rule chose could take it"
        }
    }
}
