extension LeadAct {
    /// A change of status happened earlier or later than its line says, between the changes before and after it.
    package mutating func correct(timeOf line: Int64, to at: Instant, in history: LeadHistory) throws(Refusal) {
        try requireNotMerged()
        let moves = history.moves
        guard let index = moves.firstIndex(where: { $0.seq == line }) else { throw Refusal.noSuchLine }
        let before = index == 0 ? lead.createdAt : moves[index - 1].at
        let after = index + 1 < moves.count ? moves[index + 1].at : facts.now
        guard before <= at, at <= after else {
            throw Refusal(
                .conflict,
                "time_out_of_order",
                "It happened after the change before it and before the one after it.",
                issues: [.init("/at", "Must lie between its neighbours in the timeline, and not in the future.")]
            )
        }
        guard at != moves[index].at else { return }
        record(.corrected(Correction(line: line, .time(at, isPresent: index == moves.count - 1))))
    }

    /// Somebody else got the lead than its line says, and held it until it was given away.
    package mutating func correct(ownerOf line: Int64, to owner: Owner, in history: LeadHistory) throws(Refusal) {
        let assignments = history.assignments
        guard let index = assignments.firstIndex(where: { $0.seq == line }),
            case .assigned(let assigned) = assignments[index].event
        else { throw Refusal.noSuchLine }
        guard owner != .elsewhere else { throw Refusal.invalid("/owner", "Name a person or a pool.") }
        guard owner != assigned.owner else { return }
        record(.corrected(Correction(line: line, .owner(owner, isPresent: index == assignments.count - 1))))
    }

    /// The latest change of status never happened: the lead is where it was, and in custody again when it is open there.
    ///
    /// Who held it before holds it again when the same act gave it away.
    ///
    /// - Parameter keeper: who takes it when nobody in Baton ever held it.
    package mutating func undo(move line: Int64, in history: LeadHistory, keeper: Allotment?) throws(Refusal) {
        try requireNotMerged()
        guard let index = try latestMove(line, in: history) else { throw Refusal.noSuchLine }
        let act = history.act(aroundMoveAt: index)
        let written = history.lines[..<act.lowerBound].map { (event: $0.event, at: $0.at) }
        guard let before = Lead.fold(lead.id, written) else { throw Refusal.noSuchLine }
        let target = try step(of: before.status)
        let former = Correction.Former(
            status: target.status,
            kind: target.kind,
            since: history.moves.dropLast().last?.at ?? lead.createdAt,
            reason: before.reason,
            offer: target.kind == .handed ? before.offer : nil
        )
        let formerOwner = formerOwner(before: act, in: history)
        record(.corrected(Correction(line: line, .undone(former))))
        stopClocks()
        guard lead.isOpen else { return }
        if let formerOwner, formerOwner != lead.owner {
            record(.assigned(.init(owner: formerOwner, reason: .corrected)))
        }
        if lead.owner == .elsewhere, let keeper {
            record(.assigned(.init(owner: keeper.owner, reason: keeper.reason)))
        }
        startCustody(of: target, dueAt: target.kind == .nurture ? wakeDate(before) : nil)
    }

    /// Where the line of the latest change of status is.
    private func latestMove(_ line: Int64, in history: LeadHistory) throws(Refusal) -> Int? {
        guard let latest = history.moves.last, history.moves.contains(where: { $0.seq == line }) else { return nil }
        guard latest.seq == line else {
            throw Refusal(
                .conflict,
                "not_latest_change",
                "Only the latest change of status can be taken back. Take back the later ones first."
            )
        }
        // What a merge brought to the survivor is taken back by undoing the merge, on both leads at once.
        try requireNotMerged()
        guard lead.kind != .converted else {
            throw Refusal(.conflict, "lead_converted", "This lead became an opportunity; work on that instead.")
        }
        return history.lines.firstIndex { $0.seq == line }
    }

    /// Who held the lead before an act that gave it away; nil when it did not, or when it was given away again since.
    private func formerOwner(before act: Range<Int>, in history: LeadHistory) -> Owner? {
        let seqs = Set(history.lines[act].map(\.seq))
        let assignments = history.assignments
        guard let last = assignments.last, seqs.contains(last.seq),
            case .assigned(let former)? = assignments.last(where: { !seqs.contains($0.seq) })?.event
        else { return nil }
        return former.owner == .elsewhere ? nil : former.owner
    }

    /// The wake date that it had, or soon when that has passed.
    private func wakeDate(_ before: Lead) -> Instant {
        guard let due = before.nextStep?.dueAt, due > facts.now else { return due(in: .hours(8)) }
        return due
    }
}

extension Refusal {
    /// The line is not one of this lead's, or not one that can be corrected so.
    static let noSuchLine = Refusal(
        .invalid,
        "no_such_line",
        "The timeline has no such entry that can be corrected so.",
        issues: [Issue("/line", "Name a change of status or an assignment of this lead.")]
    )
}
