import LeadCore

/// The rule of `Policy.expectedValue` as SQL over `leads` joined with `product_classes`, where sums over many leads are needed.
///
/// A test holds it against the rule itself.
enum ExpectedValueSQL {
    /// The amount that an open or closed lead is reckoned with, before any opportunity.
    static let amount: SQL = "COALESCE(leads.value, product_classes.default_value)"
    static let currency: SQL = "CASE WHEN leads.value IS NULL THEN product_classes.currency ELSE leads.currency END"

    /// Expected value of a lead that is no opportunity yet, in minor units.
    static func ofLead(_ chances: Chances) -> SQL {
        share(of: amount, percent: percent(chances))
    }

    /// The lead that an opportunity counts with: the one among its leads that was created first.
    static let origin: SQL = """
        (SELECT others.id FROM leads AS others WHERE others.opportunity_id = leads.opportunity_id
          ORDER BY others.created_at, others.id LIMIT 1)
        """

    /// Expected value of a lead whatever has become of it; needs `opportunities` joined as well.
    static func ofAny(_ policy: Policy) -> SQL {
        let stages = policy.opportunityStages.map { "WHEN \($0.key) THEN \($0.percent)" as SQL }.joined(" ")
        let deal: SQL =
            stages.text.isEmpty
            ? "NULL"
            : """
            CASE WHEN leads.id = \(origin)
              THEN \(share(of: "opportunities.amount", percent: "CASE opportunities.stage \(stages) ELSE 0 END")) END
            """
        return """
            CASE WHEN leads.kind = \(StatusKind.converted) AND leads.opportunity_id IS NOT NULL THEN \(deal)
              ELSE \(ofLead(policy.chances)) END
            """
    }

    /// What `ofAny` is in.
    static let currencyOfAny: SQL = """
        CASE WHEN leads.kind = \(StatusKind.converted) AND leads.opportunity_id IS NOT NULL THEN opportunities.currency
          ELSE \(currency) END
        """

    /// Rounded; amounts beyond all measure, which PostgreSQL would refuse to multiply, are divided first.
    private static func share(of amount: SQL, percent: SQL) -> SQL {
        """
        CASE WHEN \(amount) BETWEEN -90000000000000000 AND 90000000000000000 THEN (\(amount) * \(percent) + 50) / 100
          ELSE \(amount) / 100 * \(percent) END
        """
    }

    private static func percent(_ chances: Chances) -> SQL {
        let rows = StatusKind.allCases.compactMap { kind -> SQL? in
            guard let row = chances.row(kind) else { return nil }
            let grades = Grade.allCases.map { "WHEN \($0) THEN \(row[$0])" as SQL }.joined(" ")
            return "WHEN \(kind) THEN CASE leads.grade \(grades) ELSE \(row[nil]) END"
        }
        return "CASE leads.kind \(rows.joined(" ")) ELSE 0 END"
    }
}
