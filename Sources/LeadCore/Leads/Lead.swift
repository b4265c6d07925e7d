/// An account's interest in a product class: the life-cycle state that decisions need, nothing else.
///
/// It changes only through `apply`, so folding the ledger gives it back exactly (DESIGN section 4, invariant 5). People,
/// notes and texts live beside it in the store.
package struct Lead: Hashable, Sendable {
    package typealias ID = Identifier<Lead>

    /// An offer to a seller that is neither accepted nor declined.
    package struct Offer: Hashable, Codable, Sendable {
        /// Who gets the lead back when it is declined.
        package var giver: Owner
        package var gateVersion: Int

        package init(giver: Owner, gateVersion: Int) {
            self.giver = giver
            self.gateVersion = gateVersion
        }
    }

    package let id: ID
    package internal(set) var account: Account.ID
    package internal(set) var productClass: ProductClass.ID
    package let source: Source.ID
    package let campaign: Campaign.ID?
    package let createdAt: Instant

    package internal(set) var status: Status
    package internal(set) var kind: StatusKind
    package internal(set) var statusSince: Instant
    package internal(set) var owner: Owner
    package internal(set) var ownerSince: Instant
    package internal(set) var marketingOwner: User.ID?
    package internal(set) var nextStep: NextStep?
    package internal(set) var clocks: [Clock] = []
    package internal(set) var qualification = Qualification()
    package internal(set) var grade: Grade?
    package internal(set) var attempts = 0
    package internal(set) var firstAttemptAt: Instant?
    package internal(set) var responses = 0
    package internal(set) var offer: Offer?
    /// Why it was rejected, recycled, declined or lost last.
    package internal(set) var reason: String?
    package internal(set) var opportunity: Opportunity.ID?
    package internal(set) var value: Money?
    /// What was tried without getting through since it last became new.
    package internal(set) var tried: AttemptEvidence
    /// The lead that carries on with all that this one had; nil unless it was merged.
    package internal(set) var mergedInto: Lead.ID?
    /// When the last thing happened to it; nothing can happen to it earlier from then on.
    package var lastAt: Instant
    /// Optimistic lock: how many acts have been saved.
    package var version: Int

    /// Everything at once, as the store reads it back.
    package init(
        id: ID,
        account: Account.ID,
        productClass: ProductClass.ID,
        source: Source.ID,
        campaign: Campaign.ID?,
        createdAt: Instant,
        status: Status,
        kind: StatusKind,
        statusSince: Instant,
        owner: Owner,
        ownerSince: Instant,
        marketingOwner: User.ID?,
        nextStep: NextStep?,
        clocks: [Clock],
        qualification: Qualification,
        grade: Grade?,
        attempts: Int,
        firstAttemptAt: Instant?,
        responses: Int,
        offer: Offer?,
        reason: String?,
        opportunity: Opportunity.ID?,
        value: Money?,
        tried: AttemptEvidence = AttemptEvidence(),
        lastAt: Instant,
        version: Int,
        mergedInto: Lead.ID? = nil
    ) {
        self.id = id
        self.account = account
        self.productClass = productClass
        self.source = source
        self.campaign = campaign
        self.createdAt = createdAt
        self.status = status
        self.kind = kind
        self.statusSince = statusSince
        self.owner = owner
        self.ownerSince = ownerSince
        self.marketingOwner = marketingOwner
        self.nextStep = nextStep
        self.clocks = clocks
        self.qualification = qualification
        self.grade = grade
        self.attempts = attempts
        self.firstAttemptAt = firstAttemptAt
        self.responses = responses
        self.offer = offer
        self.reason = reason
        self.opportunity = opportunity
        self.value = value
        self.tried = tried
        self.lastAt = lastAt
        self.version = version
        self.mergedInto = mergedInto
    }

    package var isOpen: Bool { kind.isOpen }

    /// What is missing for custody; empty when somebody holds the lead, knows what to do next, and a clock runs.
    package var custodyGaps: [String] {
        guard isOpen else { return [] }
        var gaps: [String] = []
        if owner == .elsewhere { gaps.append("owner") }
        if nextStep == nil { gaps.append("next step") }
        if clocks.isEmpty { gaps.append("running clock") }
        return gaps
    }
}

extension Lead {
    /// A lead at the first moment of its life.
    package init(id: ID, at: Instant, _ captured: LeadEvent.Captured) {
        self.init(
            id: id,
            account: captured.account,
            productClass: captured.productClass,
            source: captured.source,
            campaign: captured.campaign,
            createdAt: at,
            status: captured.status,
            kind: captured.kind,
            statusSince: at,
            owner: .elsewhere,
            ownerSince: at,
            marketingOwner: nil,
            nextStep: nil,
            clocks: [],
            qualification: Qualification(),
            grade: nil,
            attempts: 0,
            firstAttemptAt: nil,
            responses: 0,
            offer: nil,
            reason: nil,
            opportunity: nil,
            value: captured.value,
            lastAt: at,
            version: 0
        )
    }
}
