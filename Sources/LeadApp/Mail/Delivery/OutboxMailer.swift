import Foundation
package import LeadCore

/// Writes each mail as a file: what Baton does until somebody names a mail server.
package struct OutboxMailer: Mailer {
    private let folder: URL

    package init(folder: String) {
        self.folder = URL(filePath: folder)
    }

    package func send(_ message: MailMessage) async -> DeliveryAnswer {
        let name = message.messageID.prefix { $0 != "@" }.filter { $0.isLetter || $0.isNumber || $0 == "-" }
        do {
            try await offPool { [folder] in
                try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
                try Data(message.bytes).write(to: folder.appending(path: "\(name).eml"), options: .atomic)
            }
            return DeliveryAnswer(code: 250, text: "Written to the outbox folder")
        } catch {
            return DeliveryAnswer(code: 0, text: "The outbox folder cannot be written: \(error)", isAboutUs: true)
        }
    }
}
