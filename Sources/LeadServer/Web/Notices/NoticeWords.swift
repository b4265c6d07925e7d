import LeadApp
import LeadCore
import LeadStore

extension Wording {
    /// What a notice says, as a colleague would.
    func sentence(_ notice: NoticeRow) -> String {
        let it = notice.details
        let by = directory.name(it.by)
        let clock = it.clock?.label ?? "Its clock"
        let held = it.held.map { directory.name($0) } ?? "somebody"
        let holds = it.holds.map { directory.name($0) } ?? held
        return switch notice.kind {
        case .assigned: assigned(it)
        case .waiting: "Waits in \(holds), for which you answer."
        case .offered: "\(by) offers you this lead: accept or decline it."
        case .accepted: "\(by) accepted the lead that you offered."
        case .declined: "\(by) declined the lead that you offered; it is yours again."
        case .woken: "Awake again: its wake date has come or they wrote."
        case .warned: "\(clock) is due soon."
        case .late: "\(clock) is late. \(held) has it."
        case .escalated:
            "\(clock) is long late, level \(it.level ?? 1). "
                + (it.holds == nil ? "\(held) still has it." : "It went from \(held) to \(holds).")
        case .passedOn: "It went to \(holds), since \(clock.lowercased()) had run out with you."
        case .mailFailed: "A mail to them did not arrive. See the timeline for why."
        case .caught: "Nobody in \(held) could take it; it went to \(holds)."
        }
    }

    private func assigned(_ it: Notice.Details) -> String {
        switch it.reason {
        case .ranOut: "Yours now: \(it.held.map { directory.name($0) } ?? "somebody") had let its time run out."
        case .turn, .reopened: "New for you: it was your turn."
        case .leastLoaded: "New for you: you hold the fewest open leads."
        case .accountOwner: "New for you: you hold this account."
        case .catchAll: "New for you: nobody in the pool that it was for could take it."
        case .recycled: "\(directory.name(it.by)) recycled it; you look after it for marketing."
        default: "\(directory.name(it.by)) gave you this lead."
        }
    }
}

extension NoticeKind {
    var icon: String {
        switch self {
        case .assigned: "user-round-check"
        case .waiting: "inbox"
        case .offered: "arrow-right-left"
        case .accepted: "handshake"
        case .declined: "undo"
        case .woken, .warned: "alarm-clock"
        case .late: "hourglass"
        case .escalated: "bell"
        case .passedOn: "arrow-right"
        case .mailFailed: "mail"
        case .caught: "inbox"
        }
    }

    var tone: String {
        switch self {
        case .late, .escalated, .passedOn: "bad"
        case .declined, .warned, .mailFailed, .caught: "warn"
        case .accepted: "good"
        case .assigned, .waiting, .offered, .woken: "active"
        }
    }
}
