import Foundation
import LeadApp
import LeadCore
import LeadStore
import Logging
import Synchronization

/// A workplace whose mail goes to a mailer that answers as the test says, and keeps what it was given.
struct MailBench: Sendable {
    let workplace: Workplace
    let mailer = FakeMailer()

    init() async throws {
        workplace = try await Workplace()
        let from = MailAddress(name: "Baton", mailbox: "sales@baton.test")
        guard let from else { throw Refusal.notFound("address") }
        try await app.perform(
            RememberMail(MailSettings(from: from, base: "https://leads.test")),
            as: .system
        )
    }

    var app: App { workplace.app }
    var mia: Actor { Workplace.actor(Workplace.mia) }

    @discardableResult
    func round() async throws -> Int {
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        return try await MailSender(app: app, mailer: mailer, logger: logger).round()
    }

    @discardableResult
    func template(
        _ purpose: MailPurpose = .answer,
        _ edit: (inout SaveMailTemplate) -> Void = { _ in }
    ) async throws -> MailTemplate.ID {
        var command = SaveMailTemplate(
            purpose: purpose,
            name: "Thank you",
            subject: "Thank you, {{contact.firstName}}",
            text: purpose == .answer ? "{{owner.name}} will call you about {{lead.productClass}}." : "Here it is."
        )
        edit(&command)
        return try await app.perform(command, as: mia).template
    }

    func mails(_ state: MailState? = nil) async throws -> [MailRecord] {
        try await app.fetch(MailList(state), as: mia).mails.reversed()
    }
}

/// Keeps what it is given, and answers what stands for the recipient, or 250.
final class FakeMailer: Mailer {
    private let state = Mutex<(sent: [MailMessage], answers: [String: [DeliveryAnswer]])>(([], [:]))

    var sent: [MailMessage] { state.withLock { $0.sent } }

    func answer(_ mailbox: String, _ answers: DeliveryAnswer...) {
        state.withLock { $0.answers[mailbox] = answers }
    }

    func send(_ message: MailMessage) async -> DeliveryAnswer {
        state.withLock { state in
            state.sent.append(message)
            guard var answers = state.answers[message.to.mailbox], !answers.isEmpty else {
                return DeliveryAnswer(code: 250, text: "2.0.0 taken")
            }
            let next = answers.removeFirst()
            state.answers[message.to.mailbox] = answers
            return next
        }
    }
}
