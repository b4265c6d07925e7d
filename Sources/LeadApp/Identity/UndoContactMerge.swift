package import LeadCore
package import LeadStore

/// Takes two people apart who were said to be one: both are exactly what they were, on each lead and in each deal.
///
/// Refused once either was touched since, for then nobody can tell whose it would be.
package struct UndoContactMerge: Command {
    package static let name = "undo_contact_merge"
    package static let permission = Permission.workLeads
    package static let isAudited = true

    package typealias Outcome = MergeContacts.Outcome

    /// The one that was merged.
    package var contact: Contact.ID

    package var subject: String? { "contact:\(contact)" }

    package init(merged contact: Contact.ID) {
        self.contact = contact
    }

    package func perform(_ tx: borrowing Transaction, _ desk: Desk) throws -> Outcome {
        guard try tx.read.contact(contact) != nil else { throw Refusal.notFound("contact") }
        guard let merge = try tx.read.contactMerge(of: contact), let before = merge.before, let after = merge.after
        else {
            throw Refusal(.conflict, "contact_not_merged", "There is no merge of this person that can be undone.")
        }
        guard try desk.access.mayTouch(merge.survivor, tx.read) else { throw Refusal.notFound("contact") }
        try desk.facts(tx).requireUndoable(since: merge.at)
        let isWhole = try tx.read.accountName(before.merged.account) != nil
        guard isWhole, try tx.read.mergeState(of: merge.survivor, contact) == after else {
            throw Refusal(
                .conflict,
                "contact_touched",
                "Somebody has changed this person or their leads since, or they answered again, so they cannot be taken apart."
            )
        }
        let leads = before.links(of: contact)
        for link in leads {
            var act = try desk.companion(link.lead, tx)
            let now = after.links(of: merge.survivor).first { $0.lead == link.lead }?.event
            let then = before.links(of: merge.survivor).first { $0.lead == link.lead }?.event
            if let now { act.separate(link.event, from: then, now: now) }
            try tx.update(act)
        }
        try tx.restore(before)
        return Outcome(contact: merge.survivor, merged: contact, leads: leads.map(\.lead))
    }
}
