import LeadApp
import LeadCore
import LeadStore

extension Timeline {
    /// What a correction is told as, by itself.
    func corrected(_ correction: Correction, _ act: Act) -> TimelineEntry {
        let line = answer.events.first { $0.seq == correction.line }
        let title =
            switch correction.change {
            case .time(let at, _): "Corrected: \(told(line)) on \(words.time.text(at)), not \(recorded(line))"
            case .owner(let owner, _): "Corrected: it went to \(words.directory.name(owner)), not \(receiver(line))"
            case .undone: "Taken back: \(told(line)) never happened"
            }
        return TimelineEntry(
            icon: "pencil",
            title: title,
            text: nil,
            why: nil,
            who: words.directory.name(act.actor),
            when: words.time.moment(act.at)
        )
    }

    /// What has been corrected in an act since, "Corrected: it happened on Mon 3 Nov, 09:00"; nil for most.
    func corrections(of act: Act) -> String? {
        let later = answer.events.compactMap { event -> Correction? in
            guard case .corrected(let correction) = event.event, act.lines.contains(correction.line) else { return nil }
            return correction
        }
        let told = later.map { correction in
            switch correction.change {
            case .time(let at, _): "Corrected: it happened on \(words.time.text(at))"
            case .owner(let owner, _): "Corrected: it went to \(words.directory.name(owner))"
            case .undone: "Taken back: it never happened"
            }
        }
        return told.joined(separator: " · ").trimmed
    }

    /// Where the lines of an act can be set right; empty for those who may not.
    func corrigible(_ act: Act) -> [LinkView] {
        guard answer.mayCorrect else { return [] }
        return known.filter { act.lines.contains($0.seq) }.map { line in
            let what = if case .assigned = line.event { "owner" } else { "status change" }
            return LinkView(label: "Correct the \(what)", href: LeadAddress.correction(answer.lead.id, line.seq))
        }
    }

    private func told(_ line: LeadDetail.Event?) -> String {
        guard case .moved(let moved)? = line?.event else { return "the change" }
        return "the move to \(words.status(moved.to).label)"
    }

    private func recorded(_ line: LeadDetail.Event?) -> String {
        line.map { words.time.text($0.at) } ?? "as recorded"
    }

    private func receiver(_ line: LeadDetail.Event?) -> String {
        guard case .assigned(let assigned)? = line?.event else { return "as recorded" }
        return words.directory.name(assigned.owner)
    }
}
