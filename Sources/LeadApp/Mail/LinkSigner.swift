import CSodium
import LeadCore
import LeadStore

/// Signs what links carry, so that nobody makes one up: HMAC-SHA-512/256 of libsodium under the workspace's own secret.
struct LinkSigner {
    private let key: [UInt8]
    private static let setting = "link_secret"

    private init(secret: String) {
        key = Hash.bytes(of: Array(secret.utf8))
    }

    init(_ tx: borrowing Transaction) throws {
        if let secret = try tx.read.setting(Self.setting) {
            self.init(secret: secret)
        } else {
            let secret = Secret.random().text
            try tx.set(Self.setting, to: secret)
            self.init(secret: secret)
        }
    }

    /// Nil while the workspace has signed nothing.
    init?(_ snapshot: borrowing Snapshot) throws {
        guard let secret = try snapshot.setting(Self.setting) else { return nil }
        self.init(secret: secret)
    }

    /// An id with the signature of it and of what else must not be changed.
    func token<Entity>(_ id: Identifier<Entity>, _ meaning: String) -> String {
        Base64URL.text(of: id.bytes + signature(id.bytes, meaning))
    }

    /// The id that a token names; whether it is genuine is to be asked with its meaning.
    static func id<Entity>(in token: String, of: Entity.Type = Entity.self) -> Identifier<Entity>? {
        guard token.utf8.count == 64, let bytes = Base64URL.bytes(of: token), bytes.count == 48 else { return nil }
        return Identifier(bytes: Array(bytes.prefix(16)))
    }

    func isGenuine(_ token: String, _ meaning: String) -> Bool {
        guard token.utf8.count == 64, let bytes = Base64URL.bytes(of: token), bytes.count == 48 else { return false }
        let message = Array(bytes.prefix(16)) + Array(meaning.utf8)
        return crypto_auth_verify(Array(bytes.dropFirst(16)), message, UInt64(message.count), key) == 0
    }

    private func signature(_ id: [UInt8], _ meaning: String) -> [UInt8] {
        var out = [UInt8](repeating: 0, count: 32)
        let message = id + Array(meaning.utf8)
        crypto_auth(&out, message, UInt64(message.count), key)
        return out
    }
}
