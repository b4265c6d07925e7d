import LeadApp
import LeadCore
import LeadStore
import Synchronization

/// Who sends a token.
///
/// An answer is kept for a second, so that a client that sends thousands of requests is looked up once a second; a
/// revoked token works that much longer.
final class Credentials: Sendable {
    private let app: App
    private let known = Mutex<[[UInt8]: (credential: Credential, until: Instant)]>([:])
    /// When a token's use was last written down: once an hour is enough.
    private let touched = Mutex<[[UInt8]: Instant]>([:])
    private static let most = 1000

    init(_ app: App) {
        self.app = app
    }

    func holder(ofToken text: String) async throws -> Credential? {
        let secret = Secret(text: text)
        let hash = secret.hash
        let now = app.clock()
        if let entry = known.withLock({ $0[hash] }), entry.until > now { return entry.credential }
        guard let credential = try await app.fetch(TokenHolder(of: secret), as: .system) else { return nil }
        if touched.withLock({ $0[hash].map { $0 + .hours(1) <= now } ?? true }) {
            touched.withLock { $0[hash] = now }
            try await app.perform(TouchToken(secret), as: .system)
        }
        known.withLock { known in
            if known.count >= Self.most { known = known.filter { $0.value.until > now } }
            known[hash] = (credential, now + .seconds(1))
        }
        return credential
    }

    /// Whether a session is still open, and its person still what they were.
    func isHeld(_ session: String, by actor: Actor) async throws -> Bool {
        let user = try await holder(ofSession: session)?.user
        return user.map { Actor(user: $0.id, role: $0.role) } == actor
    }

    func holder(ofSession text: String) async throws -> Credential? {
        try await app.fetch(SessionHolder(of: Secret(text: text)), as: .system)
    }
}
