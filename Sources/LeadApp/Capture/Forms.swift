package import LeadCore
package import LeadStore

/// Creates a public form, or changes where its leads come from and where its visitors go.
package struct SaveForm: Command {
    package static let name = "save_form"
    package static let permission = Permission.administer

    package struct Outcome: Codable, Sendable {
        package var form: Form.ID
        package var key: String
    }

    /// Nil creates one.
    package var form: Form.ID?
    package var formName: String
    package var source: Source.ID
    package var campaign: Campaign.ID?
    package var productClass: ProductClass.ID?
    package var intent: Intent?
    package var redirectURL: String?
    package var hosts: [String]
    package var active: Bool

    package init(
        form: Form.ID? = nil,
        name: String,
        source: Source.ID,
        campaign: Campaign.ID? = nil,
        productClass: ProductClass.ID? = nil,
        intent: Intent? = nil,
        redirectURL: String? = nil,
        hosts: [String] = [],
        active: Bool = true
    ) {
        self.form = form
        formName = name
        self.source = source
        self.campaign = campaign
        self.productClass = productClass
        self.intent = intent
        self.redirectURL = redirectURL
        self.hosts = hosts
        self.active = active
    }

    package func subject(after outcome: Outcome) -> String? { "form:\(outcome.form)" }

    package func perform(_ tx: borrowing Transaction, _ desk: Desk) throws -> Outcome {
        guard let name = formName.trimmed else { throw Refusal.invalid("/name", "A form needs a name.") }
        guard try tx.read.sources().contains(where: { $0.id == source }) else {
            throw Refusal.invalid("/source", "There is no such source.")
        }
        if let campaign, try !tx.read.campaigns().contains(where: { $0.id == campaign }) {
            throw Refusal.invalid("/campaign", "There is no such campaign.")
        }
        if let productClass, try !tx.read.productClasses().contains(where: { $0.id == productClass }) {
            throw Refusal.invalid("/productClass", "There is no such product class.")
        }
        let redirect = redirectURL?.trimmed
        if let redirect, WebAddress(redirect) == nil {
            throw Refusal.invalid("/redirectURL", "An address begins with https:// or http:// and names a host.")
        }
        for (index, host) in hosts.enumerated() where WebAddress("https://\(host)")?.host != host.lowercased() {
            throw Refusal.invalid("/hosts/\(index)", "\(host) is no host name.")
        }
        let earlier = try form.map { id in
            guard let record = try tx.read.form(id) else { throw Refusal.notFound("form") }
            return record
        }
        let record = FormRecord(
            id: earlier?.id ?? tx.newID(),
            key: earlier?.key ?? Self.newKey(),
            name: name,
            source: source,
            campaign: campaign,
            productClass: productClass,
            intent: intent,
            redirectURL: redirect,
            hosts: hosts.map { $0.lowercased() },
            active: active
        )
        try tx.save(record)
        return Outcome(form: record.id, key: record.key)
    }
}

extension SaveForm {
    /// Letters and digits that nobody can guess.
    private static func newKey() -> String {
        String(Secret.random().text.filter { $0 != "-" && $0 != "_" }.prefix(22))
    }
}

/// All public forms.
package struct FormList: Query {
    package static let permission: Permission? = .editCampaigns

    package init() {}

    package func answer(_ snapshot: borrowing Snapshot, _ desk: Desk, now: Instant) throws -> [FormRecord] {
        try snapshot.forms()
    }
}

/// The form at a public address; refuses when there is none or it is switched off.
package struct FormByKey: Query {
    package var key: String

    package init(key: String) {
        self.key = key
    }

    package func answer(_ snapshot: borrowing Snapshot, _ desk: Desk, now: Instant) throws -> FormRecord {
        guard let form = try snapshot.form(withKey: key), form.active else { throw Refusal.notFound("form") }
        return form
    }
}
