extension LeadAct {
    /// Takes over what another open lead has: its people, responses, attempts, and what it knows that this one does not.
    ///
    /// This lead's own owner, next step and clock run on.
    ///
    /// - Parameters:
    ///   - theirs: the people of the other lead.
    ///   - ours: the people of this one.
    package mutating func absorb(
        _ other: Lead,
        _ theirs: [LeadEvent.ContactLink],
        ours: [LeadEvent.ContactLink]
    ) throws(Refusal) {
        try requireOpen()
        guard other.id != lead.id else { throw Refusal.invalid("/merged", "A lead cannot be merged with itself.") }
        guard other.isOpen else {
            throw Refusal(.conflict, "lead_closed", "Only open leads can be merged. Reopen the other one first.")
        }
        let new = other.qualification.levels.filter { lead.qualification.level($0.key) == nil }
        let union = Qualification(levels: lead.qualification.levels.merging(new) { own, _ in own })
        let known = theirs.compactMap { link in ours.first { $0.contact == link.contact } }
        let raised = theirs.filter { link in
            known.contains { $0.contact == link.contact && $0.role.isLess(than: link.role) }
        }
        let added = theirs.filter { link in !known.contains { $0.contact == link.contact } }
        record(
            .absorbed(
                .init(
                    lead: other.id,
                    responses: other.responses,
                    attempts: other.attempts,
                    firstAttemptAt: other.firstAttemptAt,
                    levels: Qualification(levels: new),
                    grade: lead.grade == nil ? union.grade ?? other.grade : nil,
                    value: lead.value == nil ? other.value : nil,
                    added: added.map(\.contact),
                    before: known.filter { link in raised.contains { $0.contact == link.contact } }
                )
            )
        )
        for link in added + raised { record(.contactLinked(link)) }
    }

    /// Closes this lead, which goes on as part of `survivor`; nothing of it is deleted.
    package mutating func merge(into survivor: Lead.ID) throws(Refusal) {
        try requireOpen()
        record(.mergedInto(.init(survivor: survivor)))
        record(.moved(.init(from: lead.status, to: .merged, kind: .merged, reason: nil)))
        stopClocks()
    }

    /// Gives back what a merged lead brought: this one is what it would be had it never come.
    ///
    /// - Parameters:
    ///   - past: this lead's own ledger.
    ///   - people: who is on this lead now.
    package mutating func release(
        _ other: Lead.ID,
        _ past: [(event: LeadEvent, at: Instant)],
        people: [LeadEvent.ContactLink]
    ) throws(Refusal) {
        guard lead.kind != .converted, lead.kind != .merged else {
            throw Refusal(
                .conflict,
                "survivor_moved_on",
                lead.kind == .merged
                    ? "The lead that it was merged into was itself merged since. Undo that merge first."
                    : "The lead that it was merged into became a deal since. Undo that conversion first."
            )
        }
        guard let absorption = past.absorption(of: other),
            let alone = Lead.fold(lead.id, past.withoutTakenBack.without(other))
        else {
            throw Refusal(.conflict, "not_merged", "This lead is not merged into that one.")
        }
        record(
            .released(
                .init(
                    lead: other,
                    responses: alone.responses,
                    attempts: alone.attempts,
                    firstAttemptAt: alone.firstAttemptAt,
                    levels: alone.qualification,
                    grade: alone.grade,
                    value: alone.value
                )
            )
        )
        var rest = people
        for link in people where absorption.added.contains(link.contact) && rest.count > 1 {
            record(.contactUnlinked(link))
            rest.removeAll { $0 == link }
        }
        for link in absorption.before where people.contains(where: { $0.contact == link.contact }) {
            record(.contactLinked(link))
        }
    }

    func requireNotMerged() throws(Refusal) {
        guard lead.mergedInto == nil else {
            throw Refusal(.conflict, "lead_merged", "This lead was merged into another one; work on that instead.")
        }
    }
}

extension ContactRole {
    fileprivate func isLess(than other: ContactRole) -> Bool { weight < other.weight }
}

extension [(event: LeadEvent, at: Instant)] {
    /// What a lead brought that is still here.
    fileprivate func absorption(of lead: Lead.ID) -> LeadEvent.Absorption? {
        lastAbsorptions[lead].flatMap { index in
            if case .absorbed(let absorption) = self[index].event { absorption } else { nil }
        }
    }

    /// The ledger as it would be had `lead` never come; whoever came and left again is not in it either.
    fileprivate func without(_ lead: Lead.ID) -> [Element] {
        var present = lastAbsorptions
        present[lead] = nil
        let kept = Set(present.values)
        return enumerated().filter { index, line in
            switch line.event {
            case .absorbed: kept.contains(index)
            case .released: false
            default: true
            }
        }.map(\.element)
    }

    /// Where the leads came in that have not left.
    private var lastAbsorptions: [Lead.ID: Int] {
        var places: [Lead.ID: Int] = [:]
        for (index, line) in enumerated() {
            switch line.event {
            case .absorbed(let absorption): places[absorption.lead] = index
            case .released(let release): places[release.lead] = nil
            default: break
            }
        }
        return places
    }
}
