/// A lead's ledger read with its corrections: what really happened, in the order in which it was written.
package struct LeadHistory: Sendable {
    /// A line of the ledger.
    package struct Line: Hashable, Sendable {
        package var seq: Int64
        package var event: LeadEvent
        package var at: Instant
        package var actor: User.ID?

        package init(seq: Int64, event: LeadEvent, at: Instant, actor: User.ID?) {
            self.seq = seq
            self.event = event
            self.at = at
            self.actor = actor
        }

        var isMove: Bool { if case .moved = event { true } else { false } }
    }

    /// As they were written.
    package let lines: [Line]
    private var times: [Int64: Instant] = [:]
    private var owners: [Int64: Owner] = [:]
    private var undone: Set<Int64> = []

    package init(_ lines: [Line]) {
        self.lines = lines
        for case .corrected(let correction) in lines.map(\.event) {
            switch correction.change {
            case .time(let at, _): times[correction.line] = at
            case .owner(let owner, _): owners[correction.line] = owner
            case .undone: undone.insert(correction.line)
            }
        }
        for (index, line) in lines.enumerated() {
            guard case .takenBack(let taken) = line.event, taken.moves > 0 else { continue }
            let moves = lines[..<index].filter(\.isMove)
            undone.formUnion(moves.suffix(taken.moves).map(\.seq))
        }
        for (index, line) in lines.enumerated() {
            guard case .restored(let restored) = line.event,
                let end = lines[..<index].lastIndex(where: { restored.undone.ended($0.event) })
            else { continue }
            undone.formUnion(lines[end..<index].filter(\.isMove).map(\.seq))
        }
    }

    /// The lines as they are known now, without those that never happened.
    package var known: [Line] {
        lines.compactMap { line in
            guard !undone.contains(line.seq) else { return nil }
            var line = line
            line.at = times[line.seq] ?? line.at
            if case .assigned(var assigned) = line.event, let owner = owners[line.seq] {
                assigned.owner = owner
                line.event = .assigned(assigned)
            }
            return line
        }
    }

    /// The changes of status as they are known now, without those that were taken back.
    package var moves: [Line] {
        known.filter(\.isMove)
    }

    /// Since when the lead was where it was before it was merged or became a deal, as is known now.
    package func since(before undone: LeadEvent.Restored.Undone) -> Instant? {
        guard let end = lines.last(where: { undone.ended($0.event) }) else { return nil }
        return moves.last { $0.seq < end.seq }?.at ?? lines.first?.at
    }

    /// The assignments as they are known now.
    package var assignments: [Line] {
        known.filter { if case .assigned = $0.event { true } else { false } }
    }

    /// The lines that were written in one act with the move at `index`: the same person's at the same moment, up to the moves
    /// before and after it.
    func act(aroundMoveAt index: Int) -> Range<Int> {
        func belongs(_ other: Int) -> Bool {
            switch lines[other].event {
            case .moved, .captured, .corrected: false
            default: lines[other].at == lines[index].at && lines[other].actor == lines[index].actor
            }
        }
        var first = index
        while first > 0, belongs(first - 1) { first -= 1 }
        var end = index + 1
        while end < lines.count, belongs(end) { end += 1 }
        return first..<end
    }
}
