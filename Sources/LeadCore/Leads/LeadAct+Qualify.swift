extension LeadAct {
    /// Records what is known (requirements C1–C3); levels that are not named stay as they were.
    ///
    /// - Parameters:
    ///   - grade: a person's own judgement, against the rule; needs a reason, which is kept beside the evidence.
    ///   - conclude: moves the lead to qualified; refused while the gate's minimum is not shown.
    package mutating func qualify(
        _ levels: [Criterion: Level],
        grade: Grade?,
        reason: String,
        conclude: Bool
    ) throws(Refusal) {
        try requireOpen()
        var known = lead.qualification
        known.levels.merge(levels) { _, new in new }
        if let grade, grade != known.grade { try require(reason: reason) }
        let overridden = grade != nil && grade != known.grade
        record(.qualified(.init(levels: known, grade: grade ?? known.grade, overridden: overridden)))
        if conclude {
            try requireGate()
            try move(to: .qualified)
        } else if lead.kind == .new, let target = enterable(.working).last {
            try enter(target)
        }
    }

    private mutating func move(to kind: StatusKind) throws(Refusal) {
        guard lead.kind != kind else { return }
        guard lead.offer == nil else {
            throw Refusal(
                .conflict,
                "needs_act",
                "This lead is offered to sales: accept or decline it first.",
                issues: [.init("/act", LeadVerb.decline.rawValue)]
            )
        }
        let process = facts.policy.process
        guard let target = enterable(kind).last ?? reachable(kind).last else {
            throw Refusal(
                .conflict,
                "move_not_allowed",
                "A lead in \(process[lead.status]?.label ?? lead.status.rawValue) cannot go there."
            )
        }
        try enter(target)
    }
}
