import CSodium
import Foundation
import LeadCore
import LeadStore

/// A command under its caller's key: done once, answered the same ever after (DESIGN section 4, invariant 7).
package struct Idempotency: Sendable {
    /// The code of the refusal of a key that named another request before.
    package static let reusedCode = "idempotency_key_reused"

    let key: String
    let actor: String
    let command: String
    let hash: [UInt8]

    init<C: Command>(key: String, actor: Actor, command: C) throws {
        guard (1...255).contains(key.utf8.count) else {
            throw Refusal.invalid("/Idempotency-Key", "An idempotency key has 1 to 255 characters.")
        }
        self.key = key
        self.actor = actor.user?.description ?? "system"
        self.command = C.name
        hash = Hash.bytes(of: Array(try JSON.text(command).utf8))
    }

    func earlierOutcome<Outcome: Decodable>(_ snapshot: borrowing Snapshot) throws -> Outcome? {
        guard let earlier = try snapshot.remembered(key: key, actor: actor) else { return nil }
        guard earlier.command == command, earlier.hash == hash else {
            throw Refusal(
                .conflict,
                Self.reusedCode,
                "This was sent before with something else in it: its key is used. Send it again with a new key."
            )
        }
        return try JSON.value(from: earlier.outcome)
    }

    /// How long an answer is kept.
    static let life = Span.days(7)

    func remember(_ outcome: some Encodable, _ tx: borrowing Transaction) throws {
        try tx.forgetKeys(before: tx.now - Self.life)
        try tx.remember(key: key, actor: actor, command: command, hash: hash, outcome: try JSON.text(outcome))
    }
}
