import ArgumentParser
import Foundation
import LeadApp
import LeadCore

/// The `mail` subcommand.
struct MailCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mail",
        abstract: "Try the way that mail goes out.",
        subcommands: [TestMail.self]
    )
}

/// The `mail test` subcommand: one mail, at once, and what the server said.
struct TestMail: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Send one mail and print what the mail server answers."
    )

    @Option(name: .customLong("to"), help: ArgumentHelp("Who gets it.", valueName: "address"))
    var recipient: String

    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup var mail: MailOptions

    func run() async throws {
        guard let to = MailAddress(recipient) else { throw ValidationError("\(recipient) is no address.") }
        let config = try await workspace.load(mail.flags)
        let message = MailMessage(
            messageID: "\(UUID().uuidString.lowercased())@\(config.mail.from.domain)",
            from: config.mail.from,
            to: to,
            replyTo: config.mail.replyTo,
            date: App.systemClock(),
            subject: "Mail from Baton works",
            text: "This mail was sent by `baton mail test`.\n",
            extra: [("Auto-Submitted", "auto-generated")]
        )
        let mailer = config.mail.mailer(outbox: config.outboxPath)
        let answer = await mailer.send(message)
        mailer.close()
        guard answer.deliveryClass == 2 else { Terminal.fail("Not sent: \(answer.code) \(answer.text)") }
        Terminal.line("Sent to \(to.mailbox): \(answer.text)")
    }
}
