package import LeadCore
package import LeadStore

/// Makes one lead of several that turn out to be the same (pains 5–9): the survivor carries on with all that they have.
///
/// Nothing is deleted, no response is counted again or lost, and it can be undone. Done twice it is done once.
package struct MergeLeads: LeadCommand {
    package static let name = "merge_leads"
    package static let most = 20

    /// The survivor.
    package var lead: Lead.ID
    package var merged: [Lead.ID]
    /// The actor knows that they belong to different accounts and wants it nevertheless.
    package var otherAccounts: Bool

    package init(survivor lead: Lead.ID, merged: [Lead.ID], otherAccounts: Bool = false) {
        self.lead = lead
        self.merged = merged
        self.otherAccounts = otherAccounts
    }

    package func decide(_ act: inout LeadAct, _ tx: borrowing Transaction, _ desk: Desk) throws {
        guard (1...Self.most).contains(merged.count) else {
            throw Refusal.invalid("/leads", "Name 1 to \(Self.most) leads to merge into this one.")
        }
        var seen: Set<Lead.ID> = []
        for id in merged where seen.insert(id).inserted {
            var other = try desk.act(on: id, tx)
            if other.lead.mergedInto == lead { continue }
            try requireSameAccount(act.lead, other.lead)
            try act.absorb(other.lead, tx.read.links(of: id), ours: act.people(from: tx.read.links(of: lead)))
            try other.merge(into: lead)
            try tx.update(other)
            try tx.inheritTexts(of: id, by: lead)
        }
    }

    private func requireSameAccount(_ survivor: Lead, _ other: Lead) throws(Refusal) {
        guard otherAccounts || survivor.account == other.account else {
            throw Refusal(
                .conflict,
                "different_accounts",
                "These leads belong to different accounts. Confirm that they are one nevertheless.",
                issues: [.init("/otherAccounts", "Confirm that they belong together.")]
            )
        }
    }
}

extension LeadAct {
    /// Who is on the lead once what has been decided so far is saved.
    fileprivate func people(from saved: [LeadEvent.ContactLink]) -> [LeadEvent.ContactLink] {
        records.reduce(into: saved) { people, record in
            guard case .contactLinked(let link) = record.event else { return }
            people.removeAll { $0.contact == link.contact }
            people.append(link)
        }
    }
}
