package import LeadCore

extension SQL {
    /// A lead and all that were merged into it, as a list of ids: what was logged or kept with any of them belongs to it.
    ///
    /// Nothing moves when leads are merged; whoever shows what a lead has asks for its whole family.
    static func family(of lead: Lead.ID) -> SQL {
        """
        (WITH RECURSIVE family (id) AS (
           SELECT id FROM leads WHERE id = \(lead)
           UNION ALL SELECT leads.id FROM leads JOIN family ON leads.merged_into = family.id
         ) SELECT id FROM family)
        """
    }
}

/// One lead that was merged into another, for its page.
package struct MergedLead: Sendable {
    package var id: Lead.ID
    package var name: String
    package var productClass: String
    package var mergedAt: Instant
}

extension Snapshot {
    /// The leads in a scope that were merged straight into this one, oldest first.
    package func merged(into lead: Lead.ID, in scope: LeadScope) throws -> [MergedLead] {
        try all(
            """
            SELECT leads.id, contacts.name, product_classes.name, leads.status_since FROM leads
            JOIN contacts ON contacts.id = leads.contact_id
            JOIN product_classes ON product_classes.id = leads.class_id
            WHERE leads.merged_into = \(lead) AND \(scope.condition) ORDER BY leads.status_since, leads.id
            """
        ) { row in
            MergedLead(
                id: try row.next(),
                name: try row.next(),
                productClass: try row.next(),
                mergedAt: try row.next()
            )
        }
    }

    /// The open lead that an inquiry of this account about this class belongs to: its own, or the one that its own was merged
    /// into.
    package func joinableLead(of account: Account.ID, in productClass: ProductClass.ID) throws -> Lead.ID? {
        try openLead(of: account, in: productClass)
            ?? value(
                """
                WITH RECURSIVE heirs (id) AS (
                  SELECT merged_into FROM leads
                  WHERE account_id = \(account) AND class_id = \(productClass) AND merged_into IS NOT NULL
                  UNION
                  SELECT leads.merged_into FROM leads JOIN heirs ON leads.id = heirs.id WHERE leads.merged_into IS NOT NULL
                )
                SELECT leads.id FROM heirs JOIN leads ON leads.id = heirs.id WHERE leads.open ORDER BY leads.id DESC LIMIT 1
                """
            )
    }

    /// The name of somebody on the lead who was moved to another company since, if anybody was.
    package func personMoved(from lead: Lead.ID, since at: Instant) throws -> String? {
        try value(
            """
            SELECT contacts.name FROM lead_contacts JOIN contacts ON contacts.id = lead_contacts.contact_id
            WHERE lead_contacts.lead_id = \(lead) AND contacts.moved_at > \(at) ORDER BY contacts.id LIMIT 1
            """
        )
    }
}

extension Snapshot {
    /// How often a merged or converted lead changed its status since: once, and again when its status got another name.
    fileprivate func movesSinceClosing(_ lead: Lead.ID) throws -> Int {
        try value(
            """
            SELECT COUNT(*) FROM ledger WHERE lead_id = \(lead) AND kind = \(LeadEvent.Kind.moved) AND seq >
              (SELECT MAX(seq) FROM ledger WHERE lead_id = \(lead)
                AND kind IN (\(LeadEvent.Kind.mergedInto), \(LeadEvent.Kind.converted)))
            """
        ) ?? 0
    }
}

extension Transaction {
    /// Lets the survivor be found by what the merged lead is found by.
    package func inheritTexts(of merged: Lead.ID, by survivor: Lead.ID) throws {
        try run("UPDATE lead_texts SET lead_id = \(survivor) WHERE lead_id = \(merged)")
    }

    /// Starts a restored lead's clocks again as they ran, and lets the stay before the closed one run on.
    ///
    /// Reports begin anew, since what they have read is taken back.
    func restore(_ lead: Lead.ID, clocks: [Clock]) throws {
        for clock in clocks {
            try run(
                "UPDATE clocks SET stopped_at = NULL, met = NULL, fire_at = \(clock.firesAt) WHERE id = \(clock.id)"
            )
        }
        try reopenStay(of: lead.bytes, .status, dropping: try read.movesSinceClosing(lead))
        try beginHistoryAnew()
    }
}
