package import LeadCore

/// A person with an account as others see them: never their password, not even its hash.
package struct Colleague: Hashable, Sendable {
    package var id: User.ID
    package var name: String
    package var role: Role
    package var active: Bool
    package var awayUntil: Instant?
    /// Nil for those who need not know it.
    package var email: String?
    /// Whether they can sign in; nil for those who need not know it.
    package var hasPassword: Bool?

    /// - Parameter isKnownWell: also the address, and whether there is a password.
    package init(_ record: UserRecord, isKnownWell: Bool) {
        id = record.id
        name = record.name
        role = record.role
        active = record.active
        awayUntil = record.awayUntil
        email = isKnownWell ? record.email : nil
        hasPassword = isKnownWell ? record.passwordHash != nil : nil
    }
}
