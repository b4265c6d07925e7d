package import LeadCore

/// A public form as stored.
package struct FormRecord: Sendable {
    package var id: Form.ID
    /// What stands in its address; nobody can guess it.
    package var key: String
    package var name: String
    package var source: Source.ID
    package var campaign: Campaign.ID?
    package var productClass: ProductClass.ID?
    /// What somebody who sends it wants; to be contacted when nil.
    package var intent: Intent?
    /// Where visitors go afterwards; the form's own thank-you page when nil.
    package var redirectURL: String?
    /// The hosts that may show the form in a frame and to which a visitor may be sent back.
    package var hosts: [String]
    package var active: Bool

    package init(
        id: Form.ID,
        key: String,
        name: String,
        source: Source.ID,
        campaign: Campaign.ID?,
        productClass: ProductClass.ID?,
        intent: Intent? = nil,
        redirectURL: String?,
        hosts: [String],
        active: Bool
    ) {
        self.id = id
        self.key = key
        self.name = name
        self.source = source
        self.campaign = campaign
        self.productClass = productClass
        self.intent = intent
        self.redirectURL = redirectURL
        self.hosts = hosts
        self.active = active
    }

    fileprivate static let select = """
        SELECT id, key, name, source_id, campaign_id, class_id, intent, redirect_url, hosts, active FROM forms
        """

    fileprivate init(_ row: inout Row) throws {
        self.init(
            id: try row.next(),
            key: try row.next(),
            name: try row.next(),
            source: try row.next(),
            campaign: try row.next(),
            productClass: try row.next(),
            intent: try row.next(),
            redirectURL: try row.next(),
            hosts: (try row.next() as String).split(separator: " ").map(String.init),
            active: try row.next()
        )
    }
}

extension Snapshot {
    package func forms() throws -> [FormRecord] {
        try all("\(raw: FormRecord.select) ORDER BY LOWER(name), id") { row in try FormRecord(&row) }
    }

    package func form(_ id: Form.ID) throws -> FormRecord? {
        try first("\(raw: FormRecord.select) WHERE id = \(id)") { row in try FormRecord(&row) }
    }

    package func form(withKey key: String) throws -> FormRecord? {
        try first("\(raw: FormRecord.select) WHERE key = \(key)") { row in try FormRecord(&row) }
    }
}

extension Transaction {
    package func save(_ form: FormRecord) throws {
        try run(
            """
            INSERT INTO forms (id, key, name, source_id, campaign_id, class_id, intent, redirect_url, hosts, active,
              created_at)
            VALUES (\(form.id), \(form.key), \(form.name), \(form.source), \(form.campaign), \(form.productClass),
              \(form.intent), \(form.redirectURL), \(form.hosts.joined(separator: " ")), \(form.active), \(now))
            ON CONFLICT (id) DO UPDATE SET name = excluded.name, source_id = excluded.source_id,
              campaign_id = excluded.campaign_id, class_id = excluded.class_id, intent = excluded.intent,
              redirect_url = excluded.redirect_url, hosts = excluded.hosts, active = excluded.active
            """
        )
    }
}
