/// A person with an account.
///
/// Names and addresses live in the store; the core needs only the identity.
package enum User {
    package typealias ID = Identifier<User>
}

/// Who acts: recorded with each event and asked for each permission.
package struct Actor: Hashable, Sendable {
    /// Nil for the product itself: timers, forms, the command line on the server's own machine.
    package var user: User.ID?
    package var role: Role
    /// The person for whom this one stands in, when an assistant works another's lead (requirement E7).
    package var onBehalfOf: User.ID?
    /// What the actor's API token may do; everything on pages and for the product itself.
    package var scope = TokenScope.everything

    package init(user: User.ID, role: Role, scope: TokenScope = .everything) {
        self.user = user
        self.role = role
        self.scope = scope
    }

    private init() {
        user = nil
        role = .administrator
    }

    /// Timers, public forms and the operator's command line.
    package static let system = Actor()

    package func require(_ permission: Permission) throws(Refusal) {
        guard role.may(permission) else {
            throw Refusal(
                .forbidden,
                "not_permitted",
                "Your role (\(role.label)) may not do this. Ask an administrator if you need to."
            )
        }
    }
}
