import CSodium
package import LeadCore
package import LeadStore

/// When a form was shown, signed, so that nobody can say that they took longer than they did.
package struct FormStamp: Sendable {
    private let key: [UInt8]

    /// - Parameter secret: the workspace's, from `StampSecret`.
    package init(secret: String) {
        key = Hash.bytes(of: Array(secret.utf8))
    }

    package func text(form: String, at now: Instant) -> String {
        "\(now.milliseconds).\(signature(form, now.milliseconds))"
    }

    /// How long ago the form was shown; nil when the stamp is not ours, or another form's.
    package func age(of text: String, form: String, at now: Instant) -> Span? {
        let parts = text.split(separator: ".", maxSplits: 1)
        guard parts.count == 2, let shown = Int64(parts[0]), Secret.equal(String(parts[1]), signature(form, shown))
        else {
            return nil
        }
        return now - Instant(milliseconds: shown)
    }

    private func signature(_ form: String, _ milliseconds: Int64) -> String {
        var out = [UInt8](repeating: 0, count: 16)
        let message = Array("\(form) \(milliseconds)".utf8)
        crypto_generichash(&out, out.count, message, UInt64(message.count), key, key.count)
        return Base64URL.text(of: out)
    }
}

/// The workspace's secret for stamps: made once, the same on every machine that serves the workspace.
package struct StampSecret: Command {
    package typealias Outcome = String
    package static let name = "stamp_secret"
    package static let permission = Permission.administer
    package static let isAudited = false
    private static let setting = "stamp_secret"

    package init() {}

    package func perform(_ tx: borrowing Transaction, _ desk: Desk) throws -> String {
        if let secret = try tx.read.setting(Self.setting) { return secret }
        let secret = Secret.random().text
        try tx.set(Self.setting, to: secret)
        return secret
    }
}
