import LeadCore

extension Transaction {
    package func save(_ person: ContactMergeState.Person) throws {
        try run(
            """
            UPDATE contacts SET account_id = \(person.account), name = \(person.name), name_key = \(person.nameKey),
              title = \(person.title), email = \(person.email), phone = \(person.phone), country = \(person.country),
              city = \(person.city), do_not_email = \(person.doNotEmail), do_not_call = \(person.doNotCall),
              moved_at = \(person.movedAt), merged_into = \(person.mergedInto)
            WHERE id = \(person.id)
            """
        )
    }

    /// Lets the survivor stand in every deal where the merged one stood, in the part that weighs more.
    package func replaceInDeals(_ state: ContactMergeState) throws {
        for deal in state.deals where deal.contact == state.merged.id {
            let own = state.deals.first { $0.opportunity == deal.opportunity && $0.contact == state.survivor.id }?.role
            let role = [deal.role, own].compactMap { $0 }.max { $0.weight < $1.weight } ?? deal.role
            try run(
                """
                DELETE FROM opportunity_contacts WHERE opportunity_id = \(deal.opportunity)
                  AND contact_id IN (\(state.survivor.id), \(state.merged.id))
                """
            )
            try run(
                """
                INSERT INTO opportunity_contacts (opportunity_id, contact_id, role)
                VALUES (\(deal.opportunity), \(state.survivor.id), \(role))
                """
            )
        }
    }

    /// Keeps what a merge changed, and lets the leads be found by whom they have now.
    package func record(before: ContactMergeState, after: ContactMergeState) throws {
        try run(
            """
            INSERT INTO contact_merges (merged_id, survivor_id, at, by_user, before, after)
            VALUES (\(before.merged.id), \(before.survivor.id), \(now), \(actor.user), \(try JSON.text(before)),
              \(try JSON.text(after)))
            """
        )
        for lead in Set(before.links.map(\.lead)).sorted() { try reindexFamily(of: lead) }
    }

    /// Puts two people back to what they were; the events of their leads are written already.
    package func restore(_ before: ContactMergeState) throws {
        let both = "(\(before.survivor.id), \(before.merged.id))" as SQL
        try save(before.survivor)
        try save(before.merged)
        try run("DELETE FROM opportunity_contacts WHERE contact_id IN \(both)")
        for deal in before.deals {
            try run(
                """
                INSERT INTO opportunity_contacts (opportunity_id, contact_id, role)
                VALUES (\(deal.opportunity), \(deal.contact), \(deal.role))
                """
            )
        }
        for link in before.links {
            try run(
                """
                UPDATE lead_contacts SET role = \(link.role), linked_at = \(link.linkedAt)
                WHERE lead_id = \(link.lead) AND contact_id = \(link.contact)
                """
            )
            if link.isFace { try run("UPDATE leads SET contact_id = \(link.contact) WHERE id = \(link.lead)") }
        }
        try run("DELETE FROM contact_merges WHERE merged_id = \(before.merged.id)")
        for lead in Set(before.links.map(\.lead)).sorted() { try reindexFamily(of: lead) }
    }
}
