import LeadApp
import LeadCore
import LeadStore

extension Timeline {
    /// What linking, merging, moving and undoing are told as.
    func joining(_ event: LeadEvent, _ act: Act) -> TimelineEntry? {
        switch event {
        case .leadLinked(let link):
            TimelineEntry(act, words, "link", "Linked to \(name(link.lead)): about the same deal", tone: "active")
        case .leadUnlinked(let link):
            TimelineEntry(act, words, "x", "No longer linked to \(name(link.lead)): a deal of its own")
        case .mergedInto(let merged):
            TimelineEntry(act, words, "git-merge", "Merged into \(name(merged.survivor))", why: "That lead carries on")
        case .absorbed(let absorption):
            TimelineEntry(
                act,
                words,
                "git-merge",
                "Carries on for \(name(absorption.lead)) as well",
                tone: "active",
                why: brought(absorption)
            )
        case .released(let release):
            TimelineEntry(act, words, "undo", "\(name(release.lead)) is a lead of its own again")
        case .restored(let restored):
            TimelineEntry(
                act,
                words,
                "undo",
                restored.undone == .merge ? "Merge undone" : "Conversion undone",
                tone: "active",
                why: "\(words.status(restored.status).label) again, as it was"
            )
        case .accountChanged: TimelineEntry(act, words, "building", "Moved to another company with its person")
        default: nil
        }
    }

    /// Two records turned out to be one person.
    func samePerson(_ link: LeadEvent.ContactLink, _ act: Act) -> TimelineEntry {
        let survivor = answer.people.first { $0.contact.id == link.contact }?.contact.name.trimmed ?? "Somebody"
        let former = answer.formerSelves.first { $0.contact == link.insteadOf }?.name.trimmed ?? "somebody else"
        return TimelineEntry(act, words, "git-merge", "\(survivor) is the same person as \(former)", tone: "active")
    }

    private func name(_ lead: Lead.ID) -> String {
        answer.joinedNames[lead] ?? "another lead"
    }

    /// "2 responses · 1 attempt · 1 person".
    private func brought(_ absorption: LeadEvent.Absorption) -> String? {
        [
            (absorption.responses, "response", "responses"), (absorption.attempts, "attempt", "attempts"),
            (absorption.added.count, "person", "people"),
        ]
        .filter { $0.0 > 0 }.map { CountWords.counted($0.0, $0.1, $0.2) }.joined(separator: " · ").trimmed
    }
}

extension Timeline.Act {
    /// Whether people come and go here only because their leads do.
    var joinsLeads: Bool {
        events.contains { event in
            switch event {
            case .absorbed, .released: true
            default: false
            }
        }
    }
}

extension LeadDetail.Answer {
    /// What the leads are called that this one is or was joined with, as far as they may be seen.
    var joinedNames: [Lead.ID: String] {
        var names = Dictionary(companions.map { ($0.id, $0.displayName) }) { first, _ in first }
        for lead in merged { names[lead.id] = lead.name }
        if let survivor { names[survivor.id] = survivor.displayName }
        return names
    }
}
