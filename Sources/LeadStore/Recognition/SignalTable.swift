package import LeadCore

extension Intent: SQLBindable, SQLReadable {}

/// Something that we did towards a person about a product class before there was a lead: a mailing, a brochure, a call.
package enum Touch {
    package typealias ID = Identifier<Touch>

    package enum Kind: String, CaseIterable, Codable, Sendable, SQLBindable, SQLReadable {
        case mailing, brochure, call, meeting, invitation

        package var label: String {
            switch self {
            case .mailing: "Mailing"
            case .brochure: "Brochure sent"
            case .call: "Call"
            case .meeting: "Meeting"
            case .invitation: "Invitation"
            }
        }
    }
}

/// Where signals gather: an account and a product class.
package struct SignalPlace: Hashable, Sendable {
    package var account: Account.ID
    package var productClass: ProductClass.ID

    package init(account: Account.ID, productClass: ProductClass.ID) {
        self.account = account
        self.productClass = productClass
    }
}

/// A signal as people read it.
package struct SignalRow: Sendable {
    package var signal: Signal
    package var place: SignalPlace
    package var contactName: String
    package var accountName: String
    package var isPersonal: Bool
    package var className: String
    package var campaign: Campaign.ID?
    package var campaignName: String?
    package var submission: Submission.ID?
}

extension Snapshot {
    /// The responses of an account in a product class since `start` that no lead has claimed, oldest first.
    package func signals(at place: SignalPlace, since start: Instant) throws -> [SignalRow] {
        try all(
            """
            \(raw: SignalRow.select) WHERE contacts.account_id = \(place.account)
              AND responses.class_id = \(place.productClass) AND responses.lead_id IS NULL
              AND responses.intent IS NOT NULL AND responses.at > \(start)
            ORDER BY responses.at, responses.id
            """
        ) { row in try SignalRow(&row) }
    }

    /// The newest unclaimed responses of everybody since `start`, newest first.
    package func signals(since start: Instant, limit: Int) throws -> [SignalRow] {
        try all(
            """
            \(raw: SignalRow.select) WHERE responses.lead_id IS NULL AND responses.intent IS NOT NULL
              AND responses.at > \(start)
            ORDER BY responses.at DESC, responses.id DESC LIMIT \(limit)
            """
        ) { row in try SignalRow(&row) }
    }

    /// When we did something towards the people of an account about a product class.
    package func touches(at place: SignalPlace, since start: Instant) throws -> [Instant] {
        try all(
            """
            SELECT touches.at FROM touches JOIN contacts ON contacts.id = touches.contact_id
            WHERE contacts.account_id = \(place.account) AND touches.class_id = \(place.productClass)
              AND touches.at > \(start) ORDER BY touches.at
            """
        ) { row in try row.next() }
    }

    /// Those among `contacts` that were sent a brochure of the class after `start`.
    package func served(_ contact: Contact.ID, _ productClass: ProductClass.ID, since start: Instant) throws -> Bool {
        let found: Int? = try value(
            """
            SELECT 1 FROM touches WHERE contact_id IN \(SQL.contactFamily(of: contact)) AND class_id = \(productClass)
              AND kind = \(Touch.Kind.brochure) AND at >= \(start) LIMIT 1
            """
        )
        return found != nil
    }

    /// Where a submission came from, for the lead that is made of it later.
    package func sourceName(of submission: Submission.ID) throws -> String? {
        try value("SELECT source_name FROM submissions WHERE id = \(submission)")
    }
}

extension Transaction {
    package func insert(
        touch kind: Touch.Kind,
        of contact: Contact.ID,
        about productClass: ProductClass.ID,
        campaign: Campaign.ID?,
        at: Instant
    ) throws -> Touch.ID {
        let id: Touch.ID = newID()
        try run(
            """
            INSERT INTO touches (id, contact_id, class_id, campaign_id, kind, at, by_user)
            VALUES (\(id), \(contact), \(productClass), \(campaign), \(kind), \(at), \(actor.user))
            """
        )
        return id
    }
}

extension SignalRow {
    fileprivate static let select = """
        SELECT responses.id, responses.contact_id, responses.intent, responses.at, contacts.account_id, responses.class_id,
          contacts.name, accounts.name, accounts.personal, product_classes.name, responses.campaign_id, campaigns.name,
          responses.submission_id
        FROM responses
        JOIN contacts ON contacts.id = responses.contact_id
        JOIN accounts ON accounts.id = contacts.account_id
        JOIN product_classes ON product_classes.id = responses.class_id
        LEFT JOIN campaigns ON campaigns.id = responses.campaign_id
        """

    fileprivate init(_ row: inout Row) throws {
        signal = Signal(
            response: try row.next(),
            contact: try row.next(),
            intent: try row.next(),
            at: try row.next()
        )
        place = SignalPlace(account: try row.next(), productClass: try row.next())
        contactName = try row.next()
        accountName = try row.next()
        isPersonal = try row.next()
        className = try row.next()
        campaign = try row.next()
        campaignName = try row.next()
        submission = try row.next()
    }
}
