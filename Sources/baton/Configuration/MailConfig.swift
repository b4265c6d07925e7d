import ArgumentParser
import Foundation
import LeadApp
import LeadCore

/// How mail goes out, as the settings say it.
struct MailConfig: Sendable {
    /// Nil writes mail into the outbox folder of the workspace.
    let server: SMTPSettings?
    let from: MailAddress
    let replyTo: MailAddress?
    /// The Maildir folder in which mail that came back is dropped.
    let bounces: String?

    init(_ printed: [Config.Printed]) throws {
        guard let from = MailAddress(printed[.mailFrom]) else {
            throw ValidationError("mailFrom is an address such as Sales <sales@example.com>.")
        }
        self.from = from
        replyTo = try printed[.mailReplyTo].trimmed.map { text in
            guard let address = MailAddress(text) else {
                throw ValidationError("mailReplyTo is an address such as sales@example.com.")
            }
            return address
        }
        bounces = printed[.mailBounces].trimmed
        server = try Self.server(printed)
    }

    private static func server(_ printed: [Config.Printed]) throws -> SMTPSettings? {
        guard let security = SMTPSettings.Security(rawValue: printed[.mailSecurity]) else {
            throw ValidationError("mailSecurity is required or off.")
        }
        guard let url = printed[.mailURL].trimmed else { return nil }
        do {
            return try SMTPSettings(
                url: url,
                password: try password(printed),
                security: security,
                authorities: printed[.mailAuthorities].trimmed
            )
        } catch let refusal as Refusal {
            throw ValidationError(refusal.sentence)
        }
    }

    /// From the setting itself, or the first line of the file that it names.
    private static func password(_ printed: [Config.Printed]) throws -> String? {
        if let password = printed[.mailPassword].trimmed { return password }
        guard let path = printed[.mailPasswordFile].trimmed else { return nil }
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw ValidationError("The file \(path) with the mail server's password cannot be read.")
        }
        return text.split(whereSeparator: \.isNewline).first.map(String.init)
    }

    func mailer(outbox: String) -> any Mailer {
        server.map { SMTPMailer($0) as any Mailer } ?? OutboxMailer(folder: outbox)
    }
}

extension Config {
    /// Where mail lies while no mail server is named.
    var outboxPath: String { data + "/outbox" }
}
