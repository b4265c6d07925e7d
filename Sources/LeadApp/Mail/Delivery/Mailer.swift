package import LeadCore

/// Hands a mail to whatever carries it on.
package protocol Mailer: Sendable {
    /// Never throws: what went wrong is an answer too.
    func send(_ message: MailMessage) async -> DeliveryAnswer

    /// Ends what it keeps open.
    func close()
}

extension Mailer {
    package func close() {}
}
