/// A deal in the sales process; what one or more leads became.
package struct Opportunity: Hashable, Sendable {
    package typealias ID = Identifier<Opportunity>

    package let id: ID
    /// Nil only for deals that were imported without a company.
    package let account: Account.ID?
    package let createdAt: Instant
    package internal(set) var stage: String
    package internal(set) var kind: OpportunityStage.Kind
    package internal(set) var stageSince: Instant
    package internal(set) var owner: User.ID?
    package internal(set) var amount: Money?
    package internal(set) var closedAt: Instant?
    package internal(set) var lostReason: String?
    package internal(set) var competitor: String?
    /// How we came out among the bidders: 2 is second (requirement H5).
    package internal(set) var rank: Int?
    package var version: Int

    package init(
        id: ID,
        account: Account.ID?,
        createdAt: Instant,
        stage: String,
        kind: OpportunityStage.Kind,
        stageSince: Instant,
        owner: User.ID?,
        amount: Money?,
        closedAt: Instant?,
        lostReason: String?,
        competitor: String?,
        rank: Int?,
        version: Int
    ) {
        self.id = id
        self.account = account
        self.createdAt = createdAt
        self.stage = stage
        self.kind = kind
        self.stageSince = stageSince
        self.owner = owner
        self.amount = amount
        self.closedAt = closedAt
        self.lostReason = lostReason
        self.competitor = competitor
        self.rank = rank
        self.version = version
    }
}

/// Something that happened to an opportunity; the ledger keeps these beside the leads' events.
package enum OpportunityEvent: Hashable, Sendable {
    case opened(Opened)
    case staged(Staged)
    case amended(Money)
    case owned(Owned)
    case won
    case lost(Loss)
    case withdrawn
    case leadAdded(LeadAdded)

    package struct Opened: Hashable, Codable, Sendable {
        package var account: Account.ID?
        package var stage: String
        package var owner: User.ID?
        package var amount: Money?
        package var leads: [Lead.ID]

        package init(account: Account.ID?, stage: String, owner: User.ID?, amount: Money?, leads: [Lead.ID]) {
            self.account = account
            self.stage = stage
            self.owner = owner
            self.amount = amount
            self.leads = leads
        }
    }

    package struct Staged: Hashable, Codable, Sendable {
        package var from: String
        package var to: String
        package var kind: OpportunityStage.Kind
    }

    package struct Owned: Hashable, Codable, Sendable {
        package var owner: User.ID
    }

    /// Why and to whom a deal was lost.
    ///
    /// Competitors are companies, not people.
    package struct Loss: Hashable, Codable, Sendable {
        package var reason: String
        package var competitor: String?
        package var rank: Int?

        package init(reason: String, competitor: String? = nil, rank: Int? = nil) {
            self.reason = reason
            self.competitor = competitor
            self.rank = rank
        }
    }

    /// A lead that joined after the deal was opened.
    package struct LeadAdded: Hashable, Codable, Sendable {
        package var lead: Lead.ID
    }

    package enum Kind: String, CaseIterable, Codable, Sendable {
        case opened, staged, amended, owned, won, lost
        case withdrawn
        case leadAdded = "lead_added"
    }

    package var kind: Kind {
        switch self {
        case .opened: .opened
        case .staged: .staged
        case .amended: .amended
        case .owned: .owned
        case .won: .won
        case .lost: .lost
        case .withdrawn: .withdrawn
        case .leadAdded: .leadAdded
        }
    }
}

extension OpportunityEvent: Encodable {
    private struct Nothing: Encodable {}

    package func encode(to encoder: any Encoder) throws {
        switch self {
        case .opened(let payload): try payload.encode(to: encoder)
        case .staged(let payload): try payload.encode(to: encoder)
        case .amended(let payload): try payload.encode(to: encoder)
        case .owned(let payload): try payload.encode(to: encoder)
        case .won, .withdrawn: try Nothing().encode(to: encoder)
        case .leadAdded(let payload): try payload.encode(to: encoder)
        case .lost(let payload): try payload.encode(to: encoder)
        }
    }

    package init(_ kind: Kind, from decoder: any Decoder) throws {
        switch kind {
        case .opened: self = .opened(try Opened(from: decoder))
        case .staged: self = .staged(try Staged(from: decoder))
        case .amended: self = .amended(try Money(from: decoder))
        case .owned: self = .owned(try Owned(from: decoder))
        case .won: self = .won
        case .lost: self = .lost(try Loss(from: decoder))
        case .withdrawn: self = .withdrawn
        case .leadAdded: self = .leadAdded(try LeadAdded(from: decoder))
        }
    }
}

extension Opportunity {
    package init(id: ID, at: Instant, _ opened: OpportunityEvent.Opened) {
        self.init(
            id: id,
            account: opened.account,
            createdAt: at,
            stage: opened.stage,
            kind: .open,
            stageSince: at,
            owner: opened.owner,
            amount: opened.amount,
            closedAt: nil,
            lostReason: nil,
            competitor: nil,
            rank: nil,
            version: 0
        )
    }

    /// The one way an opportunity changes.
    package mutating func apply(_ event: OpportunityEvent, at: Instant) {
        switch event {
        case .opened, .leadAdded: break
        case .staged(let staged):
            stage = staged.to
            kind = staged.kind
            stageSince = at
            if staged.kind == .open { closedAt = nil }
        case .amended(let amount): self.amount = amount
        case .owned(let owned): owner = owned.owner
        case .won, .withdrawn: closedAt = at
        case .lost(let loss):
            closedAt = at
            lostReason = loss.reason
            competitor = loss.competitor
            rank = loss.rank
        }
    }

    package static func fold(_ id: ID, _ events: some Sequence<(event: OpportunityEvent, at: Instant)>) -> Opportunity?
    {
        var result: Opportunity?
        for (event, at) in events {
            if case .opened(let opened) = event, result == nil { result = Opportunity(id: id, at: at, opened) }
            result?.apply(event, at: at)
        }
        return result
    }
}
