/// What an API token may do of what its person may (least privilege: a web shop need not be able to change people).
package enum TokenScope: String, CaseIterable, Codable, Sendable {
    case everything
    /// Look, and change nothing.
    case read
    /// Send leads, and look at nothing.
    case capture

    package var label: String {
        switch self {
        case .everything: "Everything that I may"
        case .read: "Read only"
        case .capture: "Send leads only"
        }
    }
}

extension Actor {
    /// Refuses what the actor's token is not made for.
    package func requireScope(toPerform permission: Permission) throws(Refusal) {
        switch scope {
        case .everything: return
        case .capture where permission == .captureLeads: return
        case .capture, .read: throw outOfScope
        }
    }

    /// Refuses reading to a token that only sends leads.
    package func requireScopeToRead() throws(Refusal) {
        guard scope != .capture else { throw outOfScope }
    }

    private var outOfScope: Refusal {
        Refusal(
            .forbidden,
            "token_scope",
            "This token is not made for this (\(scope.label.lowercased())). Use another one."
        )
    }
}
