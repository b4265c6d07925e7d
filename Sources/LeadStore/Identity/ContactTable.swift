package import LeadCore

/// A person as stored.
package struct ContactRecord: Sendable {
    package var id: Contact.ID
    package var account: Account.ID
    package var name: String
    package var nameKey: String
    package var title: String?
    package var email: String?
    package var phone: String?
    package var country: String?
    package var city: String?
    package var doNotEmail: Bool
    package var doNotCall: Bool
    /// Whether all that was known of them was erased.
    package var isErased = false
    /// Who they turned out to be.
    package var mergedInto: Contact.ID?

    package init(
        id: Contact.ID,
        account: Account.ID,
        name: String,
        nameKey: String,
        title: String?,
        email: String?,
        phone: String?,
        country: String?,
        city: String?,
        doNotEmail: Bool,
        doNotCall: Bool
    ) {
        self.id = id
        self.account = account
        self.name = name
        self.nameKey = nameKey
        self.title = title
        self.email = email
        self.phone = phone
        self.country = country
        self.city = city
        self.doNotEmail = doNotEmail
        self.doNotCall = doNotCall
    }
}

/// A company as stored, or the account of one that a person without a company is.
package struct AccountRecord: Sendable {
    package var id: Account.ID
    package var name: String
    /// Nil for an account of one: people's names are no company keys.
    package var nameKey: String?
    package var personal: Bool
    package var industry: String?
    package var employees: Int?
    package var revenue: Int64?
    /// Nil is the workspace's currency.
    package var revenueCurrency: String?
    package var website: String?
    package var country: String?
    package var city: String?
    package var region: String?
    package var postalCode: String?

    package init(
        id: Account.ID,
        name: String,
        nameKey: String?,
        personal: Bool,
        industry: String? = nil,
        employees: Int? = nil,
        revenue: Int64? = nil,
        revenueCurrency: String? = nil,
        website: String? = nil,
        country: String? = nil,
        city: String? = nil,
        region: String? = nil,
        postalCode: String? = nil
    ) {
        self.region = region
        self.postalCode = postalCode
        self.id = id
        self.name = name
        self.nameKey = nameKey
        self.personal = personal
        self.industry = industry
        self.employees = employees
        self.revenue = revenue
        self.revenueCurrency = revenueCurrency
        self.website = website
        self.country = country
        self.city = city
    }
}

extension Snapshot {
    /// People who share a key, oldest first.
    package func contacts(withKey key: String, kind: String) throws -> [ContactRecord] {
        try all(
            """
            SELECT \(raw: ContactRecord.columns) FROM match_keys
            JOIN contacts ON contacts.id = match_keys.contact_id
            WHERE match_keys.kind = \(kind) AND match_keys.key = \(key) ORDER BY contacts.id LIMIT 20
            """
        ) { row in try ContactRecord(&row) }
    }

    package func contact(_ id: Contact.ID) throws -> ContactRecord? {
        try first("SELECT \(raw: ContactRecord.columns) FROM contacts WHERE id = \(id)") { row in
            try ContactRecord(&row)
        }
    }

    package func account(withNameKey key: String) throws -> Account.ID? {
        try value("SELECT id FROM accounts WHERE name_key = \(key)")
    }

    package func accountName(_ id: Account.ID) throws -> (name: String, personal: Bool)? {
        try first("SELECT name, personal FROM accounts WHERE id = \(id)") { row in
            (try row.next(), try row.next())
        }
    }

    /// What was brought in under an external key of a kind such as `lead`.
    package func subject<Entity>(_: Entity.Type, kind: String, key: String) throws -> Identifier<Entity>? {
        try value("SELECT subject_id FROM external_keys WHERE kind = \(kind) AND key = \(key)")
    }
}

extension Transaction {
    package func insert(_ account: AccountRecord) throws {
        try run(
            """
            INSERT INTO accounts (id, name, name_key, personal, industry, employees, revenue, revenue_currency, website,
              country, city, region, postal_code, created_at)
            VALUES (\(account.id), \(account.name), \(account.nameKey), \(account.personal), \(account.industry),
              \(account.employees), \(account.revenue), \(account.revenueCurrency), \(account.website),
              \(account.country), \(account.city), \(account.region), \(account.postalCode), \(now))
            """
        )
    }

    /// Fills what is not known yet about an account; what is known stays.
    package func complete(_ account: AccountRecord) throws {
        try run(
            """
            UPDATE accounts SET industry = COALESCE(industry, \(account.industry)),
              employees = COALESCE(employees, \(account.employees)), revenue = COALESCE(revenue, \(account.revenue)),
              revenue_currency = CASE WHEN revenue IS NULL THEN \(account.revenueCurrency) ELSE revenue_currency END,
              website = COALESCE(website, \(account.website)), country = COALESCE(country, \(account.country)),
              city = COALESCE(city, \(account.city)), region = COALESCE(region, \(account.region)),
              postal_code = COALESCE(postal_code, \(account.postalCode))
            WHERE id = \(account.id)
            """
        )
    }

    package func insert(_ contact: ContactRecord) throws {
        try run(
            """
            INSERT INTO contacts (id, account_id, name, name_key, title, email, phone, country, city, do_not_email,
              do_not_call, created_at)
            VALUES (\(contact.id), \(contact.account), \(contact.name), \(contact.nameKey), \(contact.title),
              \(contact.email), \(contact.phone), \(contact.country), \(contact.city), \(contact.doNotEmail),
              \(contact.doNotCall), \(now))
            """
        )
    }

    /// Fills what is not known yet about a person; an opt-out counts from whichever side it comes.
    package func complete(_ contact: ContactRecord) throws {
        try run(
            """
            UPDATE contacts SET title = COALESCE(title, \(contact.title)), email = COALESCE(email, \(contact.email)),
              phone = COALESCE(phone, \(contact.phone)), country = COALESCE(country, \(contact.country)),
              city = COALESCE(city, \(contact.city)), do_not_email = do_not_email OR \(contact.doNotEmail),
              do_not_call = do_not_call OR \(contact.doNotCall)
            WHERE id = \(contact.id)
            """
        )
    }

    package func addKey(_ key: String, kind: String, to contact: Contact.ID) throws {
        try run(
            """
            INSERT INTO match_keys (kind, key, contact_id) VALUES (\(kind), \(key), \(contact)) ON CONFLICT DO NOTHING
            """
        )
    }

    package func bind<Entity>(_ id: Identifier<Entity>, kind: String, key: String) throws {
        try run("INSERT INTO external_keys (kind, key, subject_id) VALUES (\(kind), \(key), \(id))")
    }
}

extension ContactRecord {
    static let columns = """
        contacts.id, contacts.account_id, contacts.name, contacts.name_key, contacts.title, contacts.email, contacts.phone,
          contacts.country, contacts.city, contacts.do_not_email, contacts.do_not_call,
          contacts.erased_at IS NOT NULL, contacts.merged_into
        """

    init(_ row: inout Row) throws {
        self.init(
            id: try row.next(),
            account: try row.next(),
            name: try row.next(),
            nameKey: try row.next(),
            title: try row.next(),
            email: try row.next(),
            phone: try row.next(),
            country: try row.next(),
            city: try row.next(),
            doNotEmail: try row.next(),
            doNotCall: try row.next()
        )
        isErased = try row.next()
        mergedInto = try row.next()
    }
}
