import LeadCore
import LeadStore

/// The stays of a lead retold from its ledger by plain bookkeeping, line after line, beside the product's own fold.
struct Retelling: Sendable {
    struct Stay: Hashable, Sendable {
        var value: String
        var entered: Instant
        /// The line of the ledger that began it.
        var line: Int64
    }

    private(set) var statuses: [Stay] = []
    private(set) var owners: [Stay] = []

    init(_ lines: [(seq: Int64, event: LeadEvent, at: Instant)]) {
        for line in lines { tell(line.seq, line.event, line.at) }
    }

    private mutating func tell(_ seq: Int64, _ event: LeadEvent, _ at: Instant) {
        switch event {
        case .captured(let captured):
            statuses = [Stay(value: captured.status.rawValue, entered: at, line: seq)]
            owners = [Stay(value: "elsewhere", entered: at, line: seq)]
        case .moved(let moved): statuses.append(Stay(value: moved.to.rawValue, entered: at, line: seq))
        case .assigned(let assigned):
            // Nobody held it before the first one who got it at its birth.
            if owners.last?.value == "elsewhere", owners.last?.entered == at { owners.removeLast() }
            owners.append(Stay(value: assigned.owner.description, entered: at, line: seq))
        case .restored: statuses.removeLast()
        case .corrected(let correction): correct(correction)
        default: break
        }
    }

    private mutating func correct(_ correction: Correction) {
        switch correction.change {
        case .time(let at, _):
            for index in statuses.indices where statuses[index].line == correction.line { statuses[index].entered = at }
        case .owner(let owner, _):
            for index in owners.indices where owners[index].line == correction.line {
                owners[index].value = owner.description
            }
        case .undone: statuses.removeAll { $0.line == correction.line }
        }
    }
}
