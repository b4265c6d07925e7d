package import LeadCore

extension Snapshot {
    package func account(_ id: Account.ID) throws -> AccountRecord? {
        try first(
            """
            SELECT id, name, name_key, personal, industry, employees, revenue, revenue_currency, website, country, city
            FROM accounts WHERE id = \(id)
            """
        ) { row in
            AccountRecord(
                id: try row.next(),
                name: try row.next(),
                nameKey: try row.next(),
                personal: try row.next(),
                industry: try row.next(),
                employees: try row.next(),
                revenue: try row.next(),
                revenueCurrency: try row.next(),
                website: try row.next(),
                country: try row.next(),
                city: try row.next()
            )
        }
    }
}

extension Transaction {
    /// Replaces what is known about an account, in the way in which a person corrects it.
    package func update(_ account: AccountRecord) throws {
        try run(
            """
            UPDATE accounts SET name = \(account.name), name_key = \(account.nameKey), personal = \(account.personal),
              industry = \(account.industry), employees = \(account.employees), revenue = \(account.revenue),
              revenue_currency = \(account.revenueCurrency), website = \(account.website),
              country = \(account.country), city = \(account.city)
            WHERE id = \(account.id)
            """
        )
    }

    /// Sales no longer misses something about the leads of an account (requirement A7).
    package func fillGap(_ gap: String, ofLeadsOf account: Account.ID) throws {
        let flagged: [(Lead.ID, String)] = try read.all(
            "SELECT id, incomplete FROM leads WHERE account_id = \(account) AND incomplete IS NOT NULL"
        ) { row in (try row.next(), try row.next()) }
        for (lead, text) in flagged {
            let rest = text.split(separator: " ").filter { $0 != gap }.joined(separator: " ")
            try run("UPDATE leads SET incomplete = \(rest.isEmpty ? nil : rest) WHERE id = \(lead)")
        }
    }

    /// A lead whose people can be reached by now no longer counts as if they could not (requirement A7).
    package func fillWayToReach(of lead: Lead.ID) throws {
        let gap = "way_to_reach"
        guard let text: String = try read.value("SELECT incomplete FROM leads WHERE id = \(lead)"), text.contains(gap),
            try read.people(of: lead).contains(where: { $0.contact.email != nil || $0.contact.phone != nil })
        else { return }
        let rest = text.split(separator: " ").filter { $0 != gap }.joined(separator: " ")
        try run("UPDATE leads SET incomplete = \(rest.isEmpty ? nil : rest) WHERE id = \(lead)")
    }
}
