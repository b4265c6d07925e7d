/// Who holds a lead.
///
/// DESIGN section 4, invariant 1: every open lead has exactly one owner.
package enum Owner: Hashable, Sendable {
    case person(User.ID)
    /// A pool whose duty holder answers for the lead until somebody takes it.
    case pool(Pool.ID)
    /// Held outside Baton, before it was imported; only ever in the past.
    case elsewhere

    package var person: User.ID? {
        if case .person(let id) = self { id } else { nil }
    }

    package var pool: Pool.ID? {
        if case .pool(let id) = self { id } else { nil }
    }
}

extension Owner: Codable, LosslessStringConvertible {
    /// `person:<id>`, `pool:<id>` or `elsewhere`.
    package var description: String {
        switch self {
        case .person(let id): "person:\(id)"
        case .pool(let id): "pool:\(id)"
        case .elsewhere: "elsewhere"
        }
    }

    package init?(_ description: String) {
        if description == "elsewhere" {
            self = .elsewhere
        } else if description.hasPrefix("person:"), let id = User.ID(String(description.dropFirst(7))) {
            self = .person(id)
        } else if description.hasPrefix("pool:"), let id = Pool.ID(String(description.dropFirst(5))) {
            self = .pool(id)
        } else {
            return nil
        }
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let owner = Owner(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "\(text) is not an owner")
        }
        self = owner
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

/// The dated task that moves a lead forward (requirement F1).
package struct NextStep: Hashable, Codable, Sendable {
    /// What a status proposes when nobody says otherwise.
    package struct Template: Hashable, Codable, Sendable {
        package var what: String
        /// Working time from now until it is due.
        package var within: Span

        package init(_ what: String, _ within: Span) {
            self.what = what
            self.within = within
        }
    }

    package var what: String
    package var dueAt: Instant

    package init(what: String, dueAt: Instant) {
        self.what = what
        self.dueAt = dueAt
    }
}
