// Things that a lead points to and that the core knows by identity alone; their names and addresses live in the store.

/// A company, or the account of one that a person without a company is.
package enum Account {
    package typealias ID = Identifier<Account>
}

/// A person.
///
/// A contact is not a lead (requirement A4).
package enum Contact {
    package typealias ID = Identifier<Contact>
}

/// Where leads come from: mandatory and enumerable (requirement A1).
package enum Source {
    package typealias ID = Identifier<Source>
}

/// A marketing effort with a cost, a period and a product class.
package enum Campaign {
    package typealias ID = Identifier<Campaign>
}

/// What can be sold, coarsely: leads and recognition work per class.
package enum ProductClass {
    package typealias ID = Identifier<ProductClass>
}

/// What can be sold, exactly.
package enum Product {
    package typealias ID = Identifier<Product>
}

/// One contact answering one campaign at one event, counted once for ever.
package enum Response {
    package typealias ID = Identifier<Response>
}

/// One raw arrival, stored byte for byte before anything else.
package enum Submission {
    package typealias ID = Identifier<Submission>
}

/// Leads that are about the same deal before they become one (requirement B4).
package enum LeadGroup {
    package typealias ID = Identifier<LeadGroup>
}

/// The part that a contact plays in a lead (requirement B3).
package enum ContactRole: String, CaseIterable, Codable, Sendable {
    case responder
    case decisionMaker = "decision_maker"
    case influencer
    case champion
    case user

    /// Which part counts more, where one person plays two: the one nearer to the decision.
    package var weight: Int {
        switch self {
        case .responder: 0
        case .user: 1
        case .influencer: 2
        case .champion: 3
        case .decisionMaker: 4
        }
    }

    package var label: String {
        switch self {
        case .responder: "Responder"
        case .decisionMaker: "Decision maker"
        case .influencer: "Influencer"
        case .champion: "Champion"
        case .user: "User"
        }
    }
}
