package import LeadCore
package import LeadStore

/// An act that is carried out only if nobody has changed the lead since the caller looked at it (`If-Match`).
package struct AtVersion<Act: LeadCommand>: Command {
    package typealias Outcome = LeadOutcome
    package static var name: String { Act.name }
    package static var permission: Permission { Act.permission }

    package var act: Act
    package var version: Int

    package init(_ act: Act, version: Int) {
        self.act = act
        self.version = version
    }

    package func perform(_ tx: borrowing Transaction, _ desk: Desk) throws -> LeadOutcome {
        let current = try desk.access.lead(act.lead, tx.read).version
        guard current == version else {
            throw Refusal(
                .outdated,
                "version_mismatch",
                "The lead was changed since: it is at version \(current) now. Look again and repeat."
            )
        }
        return try act.perform(tx, desk)
    }
}
