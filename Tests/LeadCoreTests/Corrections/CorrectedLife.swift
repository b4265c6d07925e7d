import LeadCore
import Synchronization

/// A lead on which people act and whose timeline they then set right, beside plain lists of what really happened.
struct CorrectedLife {
    struct Entry<Value: Hashable>: Hashable {
        var value: Value
        var at: Instant
        /// The line that it comes from; 0 for what the capture says.
        var line: Int64
    }

    private(set) var lead: Lead
    private(set) var lines: [LeadHistory.Line] = []
    /// What really happened, kept by plain list operations.
    private(set) var statuses: [Entry<Status>]
    private(set) var owners: [Entry<Owner>] = []
    private(set) var corrections = 0
    private var now = Instant(milliseconds: 1_780_000_000_000)
    private let ids = Counter()
    let policy = Policy(version: 1, calendar: .always)

    init() throws {
        let captured = LeadEvent.Captured(
            account: 1,
            productClass: 2,
            source: 3,
            campaign: nil,
            status: "open",
            kind: .new,
            value: nil,
            submission: nil
        )
        let ids = ids
        var act = try LeadAct.capture(
            9,
            captured,
            at: now,
            response: nil,
            contact: .init(contact: 4, role: .responder),
            facts: Facts(now: now, actor: .system, policy: policy),
            newClockID: { ids.next() }
        )
        act.takeIntoCustody(Allotment(owner: .person(1), reason: .turn, turn: 1))
        lead = act.lead
        statuses = [Entry(value: "open", at: now, line: 0)]
        keep(act)
    }

    var history: LeadHistory { LeadHistory(lines) }

    var folded: Lead? { Lead.fold(lead.id, lines.map { ($0.event, $0.at) }) }

    /// The stays that the plain lists tell.
    var stays: [Stay] {
        Self.stays(.status, statuses.map { ($0.value.rawValue, $0.at) })
            + Self.stays(.owner, owners.map { ($0.value.description, $0.at) })
    }

    private static func stays(_ dimension: Dimension, _ entries: [(String, Instant)]) -> [Stay] {
        entries.indices.map { i in
            Stay(
                dimension: dimension,
                value: entries[i].0,
                enteredAt: entries[i].1,
                leftAt: i + 1 < entries.count ? entries[i + 1].1 : nil,
                working: nil
            )
        }
    }

    mutating func advance(_ span: Span) {
        now = now + span
    }

    mutating func act(_ body: (inout LeadAct) throws -> Void) throws {
        let ids = ids
        let facts = Facts(now: now, actor: Actor(user: 1, role: .manager), policy: policy)
        var act = LeadAct(lead, facts: facts, newClockID: { ids.next() })
        try body(&act)
        lead = act.lead
        keep(act)
    }

    private mutating func keep(_ act: LeadAct) {
        for record in act.records {
            let line = Int64(lines.count + 1)
            lines.append(.init(seq: line, event: record.event, at: record.at, actor: record.actor))
            switch record.event {
            case .moved(let moved): statuses.append(Entry(value: moved.to, at: record.at, line: line))
            case .assigned(let assigned): owners.append(Entry(value: assigned.owner, at: record.at, line: line))
            case .corrected: corrections += 1
            default: break
            }
        }
    }

    /// Moves one change of status to another time between its neighbours.
    mutating func correctTime(_ index: Int, part: Int64) throws {
        let before = statuses[index - 1].at
        let after = index + 1 < statuses.count ? statuses[index + 1].at : now
        let at = Instant(milliseconds: before.milliseconds + (after - before).milliseconds * part / 100)
        let (line, history) = (statuses[index].line, history)
        try act { try $0.correct(timeOf: line, to: at, in: history) }
        statuses[index].at = at
    }

    mutating func correctOwner(_ index: Int, to owner: Owner) throws {
        let (line, history) = (owners[index].line, history)
        try act { try $0.correct(ownerOf: line, to: owner, in: history) }
        owners[index].value = owner
    }

    mutating func undoLast() throws {
        let (line, history) = (statuses[statuses.count - 1].line, history)
        try act { try $0.undo(move: line, in: history, keeper: nil) }
        statuses.removeLast()
    }

    /// Something that people do, at random; refused as often as not.
    mutating func actAtRandom(_ random: inout SeededGenerator) {
        advance(.minutes(Int64.random(in: 1...600, using: &random)))
        let person = Identifier<User>(high: 0, low: UInt64.random(in: 1...4, using: &random))
        let due = now + .hours(Int64.random(in: 1...48, using: &random))
        let choice = Int.random(in: 0..<12, using: &random)
        let conclusive: [Criterion: Level] = [.need: .high, .urgency: .high, .fit: .high]
        try? act { act in
            switch choice {
            case 0: try act.attempt(Attempt(channel: .phone, outcome: .noAnswer), next: nil)
            case 1: try act.attempt(Attempt(channel: .phone, outcome: .reached), next: nil)
            case 2, 3: try act.qualify(conclusive, grade: nil, reason: "", conclude: true)
            case 4, 5: try act.handOff(to: .person(person))
            case 6: try act.accept(by: person)
            case 7: try act.decline(reason: "No capacity")
            case 8: try act.reject(reason: "No need")
            case 9: try act.recycle(to: .person(person), reason: "Not now, later", wakeAt: due)
            case 10: try act.wake()
            default:
                let owner = Allotment(owner: .person(person), reason: .turn, turn: 0)
                if act.lead.isOpen {
                    try act.assign(to: .pool(5), reason: .manual)
                } else {
                    try act.reopen(to: owner, reason: "Called back")
                }
            }
        }
    }
}

/// Counts up, as ids for clocks.
private final class Counter: Sendable {
    private let last = Mutex<UInt64>(100)

    func next() -> Clock.ID {
        last.withLock { last in
            last += 1
            return Clock.ID(high: 0, low: last)
        }
    }
}
