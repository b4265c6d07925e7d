package import LeadCore
package import LeadStore

/// What mails need to know of the place where they come from: the server tells the workspace when it starts.
package struct MailSettings: Codable, Hashable, Sendable {
    package var from: MailAddress
    package var replyTo: MailAddress?
    /// How people reach the server, for links: `https://leads.example.com`.
    package var base: String

    package init(from: MailAddress, replyTo: MailAddress? = nil, base: String) {
        self.from = from
        self.replyTo = replyTo
        self.base = base
    }

    /// Until a server has started.
    static let standard = MailSettings(
        from: MailAddress(name: "Baton", mailbox: "baton@localhost") ?? MailAddress.nobody,
        base: "http://127.0.0.1:8080"
    )

    fileprivate static let name = "mail"
}

extension MailAddress {
    /// The address of last resort.
    static let nobody: MailAddress = {
        guard let address = MailAddress(mailbox: "nobody@localhost") else { preconditionFailure("a plain address") }
        return address
    }()
}

/// Keeps in the workspace how its server is reached and whom its mail is from.
package struct RememberMail: Command {
    package typealias Outcome = Done
    package static let name = "remember_mail"
    package static let permission = Permission.administer
    package static let isAudited = false

    package var settings: MailSettings

    package init(_ settings: MailSettings) {
        self.settings = settings
    }

    package func perform(_ tx: borrowing Transaction, _ desk: Desk) throws -> Done {
        let text = try JSON.text(settings)
        if try tx.read.setting(MailSettings.name) != text { try tx.set(MailSettings.name, to: text) }
        return Done()
    }
}

extension Snapshot {
    func mailSettings() throws -> MailSettings {
        try setting(MailSettings.name).map { try JSON.value(from: $0) } ?? .standard
    }
}
