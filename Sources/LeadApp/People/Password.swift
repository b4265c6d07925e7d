import CSodium
import Dispatch
import LeadCore

/// Passwords as argon2id texts (libsodium, interactive limits: 64 MB and some 50 ms each).
///
/// The work runs on a thread of its own, one password at a time, so that neither other requests nor the writer wait for it and
/// many sign-ins at once cannot take all memory.
package enum Password {
    /// Fewer characters are refused.
    package static let shortest = 12
    private static let longest = 512
    private static let thread = DispatchQueue(label: "baton.passwords")

    /// What an unknown e-mail address is checked against, so that the answer takes as long as for a known one.
    private static let nobody = try? text(of: Secret.random().text)

    package static func hash(_ password: String) async throws -> String {
        guard password.count >= shortest, password.utf8.count <= longest else {
            throw Refusal.invalid("/password", "A password has \(shortest) characters or more. A few words are fine.")
        }
        return try await onThread { try text(of: password) }
    }

    package static func matches(_ password: String, hash: String?) async -> Bool {
        let found = try? await onThread {
            guard password.utf8.count <= longest, let wanted = hash ?? nobody else { return false }
            let matches = crypto_pwhash_str_verify(wanted, password, UInt64(password.utf8.count)) == 0
            return matches && hash != nil
        }
        return found ?? false
    }

    private static func text(of password: String) throws -> String {
        guard sodium_init() >= 0 else { throw Fault.noMemory }
        var out = [CChar](repeating: 0, count: Int(crypto_pwhash_STRBYTES))
        let result = crypto_pwhash_str(
            &out,
            password,
            UInt64(password.utf8.count),
            UInt64(crypto_pwhash_OPSLIMIT_INTERACTIVE),
            Int(crypto_pwhash_MEMLIMIT_INTERACTIVE)
        )
        guard result == 0 else { throw Fault.noMemory }
        return String(decoding: out.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    private enum Fault: Error {
        case noMemory
    }

    private static func onThread<T: Sendable>(_ work: @escaping @Sendable () throws -> T) async throws -> T {
        try await withCheckedThrowingContinuation { continuation in
            thread.async { continuation.resume(with: Result { try work() }) }
        }
    }
}
