import LeadCore
import LeadStore
package import Logging

/// Takes mails from the queue to whatever carries them on; nothing of it is in memory alone.
package struct MailSender: Sendable {
    private let app: App
    private let mailer: any Mailer
    private let logger: Logger

    package init(app: App, mailer: any Mailer, logger: Logger) {
        self.app = app
        self.mailer = mailer
        self.logger = logger
    }

    /// Sends what is due, and writes digests that are.
    ///
    /// - Returns: how many mails were tried.
    @discardableResult
    package func round(limit: Int = 50) async throws -> Int {
        _ = try await app.perform(SendDigests(), as: .system)
        let claimed = try await app.perform(ClaimMails(limit: limit), as: .system).mails
        await withTaskGroup { group in
            for mail in claimed { group.addTask { await send(mail) } }
        }
        return claimed.count
    }

    private func send(_ mail: Mail.ID) async {
        do {
            let answer: DeliveryAnswer
            switch try await app.fetch(MailToSend(mail: mail), as: .system) {
            case .over: return
            case .impossible(let reason): answer = DeliveryAnswer(code: 553, text: reason)
            case .message(let message): answer = await mailer.send(message)
            }
            let state = try await app.perform(SettleMail(mail: mail, answer: answer), as: .system)
            if state != .sent {
                logger.warning("mail \(state.rawValue)", metadata: ["mail": "\(mail)", "code": "\(answer.code)"])
            }
        } catch {
            // It stays claimed until its lease ends and is tried again then.
            logger.error("mail could not be settled", metadata: ["mail": "\(mail)", "error": "\(error)"])
        }
    }
}
