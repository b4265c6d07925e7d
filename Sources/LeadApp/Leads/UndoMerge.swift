package import LeadCore
package import LeadStore

/// Takes a merged lead out of its survivor: it is again exactly what it was, and the survivor what it would be without it.
package struct UndoMerge: LeadCommand {
    package static let name = "undo_merge"

    /// The merged lead.
    package var lead: Lead.ID

    package init(lead: Lead.ID) {
        self.lead = lead
    }

    package func decide(_ act: inout LeadAct, _ tx: borrowing Transaction, _ desk: Desk) throws {
        let survivor = try survivor(of: act.lead)
        try act.facts.requireUndoable(since: act.lead.statusSince)
        try requireNobodyMoved(act.lead, tx)
        try tx.read.requireNoOpenLead(beside: act.lead)
        var other = try desk.companion(survivor, tx)
        try other.release(lead, tx.read.events(of: survivor), people: tx.read.links(of: survivor))
        try act.restore(.merge, tx.read.events(of: lead))
        try act.requirePresentOwner(tx, desk)
        try tx.update(other)
        try tx.reindex(survivor)
    }

    /// Whoever may see either of the two may take them apart.
    package func load(_ tx: borrowing Transaction, _ desk: Desk) throws -> LeadAct {
        let act = try desk.companion(lead, tx)
        let heir = try act.lead.mergedInto.flatMap { try tx.read.lead($0) }
        guard desk.access.scope.holds(act.lead) || heir.map(desk.access.scope.holds) == true else {
            throw Refusal.notFound("lead")
        }
        return act
    }

    package func keep(_ tx: borrowing Transaction, _ desk: Desk) throws {
        try tx.reindex(lead)
    }

    private func survivor(of lead: Lead) throws(Refusal) -> Lead.ID {
        guard let survivor = lead.mergedInto else {
            throw Refusal(.conflict, "not_merged", "This lead is not merged into another one.")
        }
        return survivor
    }

    private func requireNobodyMoved(_ lead: Lead, _ tx: borrowing Transaction) throws {
        guard let name = try tx.read.personMoved(from: lead.id, since: lead.statusSince) else { return }
        throw Refusal(
            .conflict,
            "people_moved",
            "\(name) was moved to another account since, so the lead cannot be what it was."
        )
    }
}
