package import LeadCore

/// A workspace's database, whichever engine it runs on.
///
/// Closures are synchronous inside and run on the engine's own threads, never on the cooperative pool.
package protocol Database: Sendable {
    /// Whether processes on other machines may serve the same workspace.
    var isShared: Bool { get }

    /// Runs `body` on a consistent snapshot.
    func read<T: Sendable>(_ body: @escaping @Sendable (borrowing Snapshot) throws -> T) async throws -> T

    /// Runs `body` in a transaction; returns once it is durable. When `body` throws, nothing of it is kept.
    func write<T: Sendable>(
        as actor: Actor,
        at now: Instant?,
        _ body: @escaping @Sendable (borrowing Transaction) throws -> T
    ) async throws -> T

    /// Runs `body` in a transaction of its own that is always taken back, and answers what it found.
    func trial<T: Sendable>(
        as actor: Actor,
        _ body: @escaping @Sendable (borrowing Transaction) throws -> T
    ) async throws -> T
}

extension Database {
    package var isShared: Bool { false }

    package func write<T: Sendable>(
        as actor: Actor,
        _ body: @escaping @Sendable (borrowing Transaction) throws -> T
    ) async throws -> T {
        try await write(as: actor, at: nil, body)
    }
}
