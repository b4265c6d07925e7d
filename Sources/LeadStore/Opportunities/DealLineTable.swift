package import LeadCore

/// A line of a deal as its page shows it.
package struct DealLineRow: Sendable {
    package var product: Product.ID
    package var name: String
    package var quantity: Int
    package var amount: Money
}

extension Snapshot {
    /// What is to be sold in a deal, in its order.
    package func lines(of opportunity: Opportunity.ID) throws -> [DealLineRow] {
        try all(
            """
            SELECT products.id, products.name, opportunity_lines.quantity, opportunity_lines.amount, opportunity_lines.currency
            FROM opportunity_lines JOIN products ON products.id = opportunity_lines.product_id
            WHERE opportunity_lines.opportunity_id = \(opportunity) ORDER BY opportunity_lines.position
            """
        ) { row in
            DealLineRow(
                product: try row.next(),
                name: try row.next(),
                quantity: try row.next(),
                amount: Money(minor: try row.next(), currency: try row.next())
            )
        }
    }

    package func contacts(of opportunity: Opportunity.ID) throws -> [(Contact.ID, ContactRole)] {
        try all("SELECT contact_id, role FROM opportunity_contacts WHERE opportunity_id = \(opportunity)") { row in
            (try row.next(), try row.next())
        }
    }
}

extension Transaction {
    package func insert(_ lines: [DealLine], of opportunity: Opportunity.ID) throws {
        for (position, line) in lines.enumerated() {
            try run(
                """
                INSERT INTO opportunity_lines (opportunity_id, position, product_id, quantity, amount, currency)
                VALUES (\(opportunity), \(position), \(line.product), \(line.quantity), \(line.amount.minor),
                  \(line.amount.currency))
                """
            )
        }
    }

    /// Adds somebody to a deal, or gives them another part in it.
    package func put(_ contact: Contact.ID, as role: ContactRole, on opportunity: Opportunity.ID) throws {
        try run(
            """
            INSERT INTO opportunity_contacts (opportunity_id, contact_id, role)
            VALUES (\(opportunity), \(contact), \(role))
            ON CONFLICT (opportunity_id, contact_id) DO UPDATE SET role = excluded.role
            """
        )
    }
}
