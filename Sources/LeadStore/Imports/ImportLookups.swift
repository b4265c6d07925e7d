package import LeadCore

extension Snapshot {
    /// When a lead entered which status.
    package func statusTimes(of lead: Lead.ID) throws -> [Instant: Status] {
        var times: [Instant: Status] = [:]
        try each(
            "SELECT entered_at, value FROM stays WHERE subject_id = \(lead) AND dimension = 'status' ORDER BY seq"
        ) { row in times[try row.next()] = try row.next() }
        return times
    }

    /// Whether an account as given knows something that the stored one does not.
    package func lacks(_ account: AccountRecord) throws -> Bool {
        try value(
            """
            SELECT 1 FROM accounts WHERE id = \(account.id) AND (
              (industry IS NULL AND \(account.industry != nil)) OR (employees IS NULL AND \(account.employees != nil))
              OR (revenue IS NULL AND \(account.revenue != nil)) OR (website IS NULL AND \(account.website != nil))
              OR (country IS NULL AND \(account.country != nil)) OR (city IS NULL AND \(account.city != nil)))
            """
        ) as Int? != nil
    }
}

extension Transaction {
    /// - Returns: whether anything changed.
    package func updateProduct(_ id: Product.ID, of productClass: ProductClass.ID, price: Money?) throws -> Bool {
        try run(
            """
            UPDATE products SET class_id = \(productClass), price = COALESCE(\(price?.minor), price),
              currency = COALESCE(\(price?.currency), currency)
            WHERE id = \(id) AND (class_id <> \(productClass) OR price IS DISTINCT FROM COALESCE(\(price?.minor), price)
              OR currency IS DISTINCT FROM COALESCE(\(price?.currency), currency))
            """
        ) == 1
    }

    /// Says who somebody reports to and where they work; what is not given stays.
    ///
    /// - Returns: whether anything changed.
    package func place(_ user: User.ID, under manager: User.ID?, region: String?) throws -> Bool {
        try run(
            """
            UPDATE users SET manager_id = COALESCE(\(manager), manager_id), region = COALESCE(\(region), region)
            WHERE id = \(user) AND (manager_id IS DISTINCT FROM COALESCE(\(manager), manager_id)
              OR region IS DISTINCT FROM COALESCE(\(region), region))
            """
        ) == 1
    }
}
