import LeadApp
import LeadCore
import LeadStore

/// Looks at one lead or deal with eyes of its own: none of the statements of `baton check` are used here.
enum Exam {
    static func lead(_ id: Lead.ID, _ snapshot: borrowing Snapshot, _ policies: Policies) throws {
        guard var lead = try snapshot.lead(id) else { return }
        lead.version = 0
        let lines = try snapshot.ledger(of: id)
        let events = try lines.map { (event: try $0.leadEvent(), at: $0.at) }
        guard let folded = Lead.fold(id, events), folded == lead else {
            throw Violation("Fold", "the ledger of lead \(id) tells \(Lead.fold(id, events) as Any), not \(lead)")
        }
        try custody(lead, snapshot)
        let told = Retelling(zip(lines, events).map { ($0.seq, $1.event, $1.at) })
        try stays(of: id.bytes, .status, from: lead.createdAt, until: lead.statusSince, lead.status.rawValue, snapshot)
        try stays(of: id.bytes, .owner, from: lead.createdAt, until: lead.ownerSince, lead.owner.description, snapshot)
        try stays(of: id, .status, are: told.statuses, snapshot)
        try stays(of: id, .owner, are: told.owners, snapshot)
        try responses(lead, events.map(\.event), snapshot)
        try clocks(lead, events.map(\.event))
        try conversion(lead, snapshot)
        var explained: [Line] = []
        for (line, event) in zip(lines, events) {
            explained.append((line.seq, event.event, event.at, try policies.body(line.policy, snapshot)))
        }
        try reasons(id, explained)
    }

    /// The stays are those that the ledger tells when it is read line by line.
    private static func stays(
        of lead: Lead.ID,
        _ dimension: Dimension,
        are told: [Retelling.Stay],
        _ snapshot: borrowing Snapshot
    ) throws {
        let stored = try snapshot.all(
            "SELECT value, entered_at FROM stays WHERE subject_id = \(lead.bytes) AND dimension = \(dimension) ORDER BY seq"
        ) { row in "\(try row.next() as String) since \((try row.next() as Instant).milliseconds)" }
        let due = told.map { "\($0.value) since \($0.entered.milliseconds)" }
        guard stored == due else {
            throw Violation("Stays tile", "\(dimension) of lead \(lead) is \(stored), its ledger tells \(due)")
        }
    }

    private static func custody(_ lead: Lead, _ snapshot: borrowing Snapshot) throws {
        guard lead.isOpen else { return }
        let keeper: User.ID? =
            switch lead.owner {
            case .person(let user): user
            case .pool(let pool): try snapshot.pool(pool, at: Instant(milliseconds: 0))?.dutyHolder
            case .elsewhere: nil
            }
        guard let keeper, try snapshot.user(keeper)?.active == true else {
            throw Violation("Custody", "lead \(lead.id) is held by \(lead.owner), who is not here")
        }
        guard lead.nextStep != nil, !lead.clocks.isEmpty else {
            throw Violation("Custody", "lead \(lead.id) in \(lead.status.rawValue) has \(lead.custodyGaps) missing")
        }
    }

    private static func responses(_ lead: Lead, _ events: [LeadEvent], _ snapshot: borrowing Snapshot) throws {
        var counted = 0
        for id in try family(of: lead.id, snapshot) {
            counted += try snapshot.value("SELECT COUNT(*) FROM responses WHERE lead_id = \(id)") ?? 0
        }
        guard counted == lead.responses else {
            throw Violation("Responses are stable", "lead \(lead.id) has \(counted), says \(lead.responses)")
        }
    }

    /// A lead with those that were merged into it, and into those.
    private static func family(of lead: Lead.ID, _ snapshot: borrowing Snapshot) throws -> [Lead.ID] {
        var family = [lead]
        for merged in try snapshot.all("SELECT id FROM leads WHERE merged_into = \(lead)", { try $0.next() as Lead.ID })
        {
            family += try Self.family(of: merged, snapshot)
        }
        return family
    }

    private static func clocks(_ lead: Lead, _ events: [LeadEvent]) throws {
        guard lead.isOpen || lead.clocks.isEmpty else {
            throw Violation("Custody", "closed lead \(lead.id) has a running clock")
        }
        var fired: Set<Clock.ID> = []
        for case .clockBreached(let breached) in events where !fired.insert(breached.id).inserted {
            throw Violation("Idempotent", "clock \(breached.id) of lead \(lead.id) breached twice")
        }
        guard lead.offer == nil || lead.kind == .handed else {
            throw Violation("Custody", "lead \(lead.id) in \(lead.status.rawValue) is still on offer")
        }
    }

    /// A converted lead names a deal that has all of its people.
    private static func conversion(_ lead: Lead, _ snapshot: borrowing Snapshot) throws {
        guard lead.kind == .converted, let deal = lead.opportunity else { return }
        let lost: Int? = try snapshot.value(
            """
            SELECT COUNT(*) FROM lead_contacts WHERE lead_id = \(lead.id) AND contact_id NOT IN
              (SELECT contact_id FROM opportunity_contacts WHERE opportunity_id = \(deal))
            """
        )
        guard try snapshot.opportunity(deal) != nil, lost == 0 else {
            throw Violation("Nobody is lost in conversion", "lead \(lead.id): \(lost ?? 0) people are not in its deal")
        }
    }

    static func deal(_ id: Opportunity.ID, _ snapshot: borrowing Snapshot) throws {
        guard var deal = try snapshot.opportunity(id) else { return }
        deal.version = 0
        let events = try snapshot.ledger(of: id).map { (event: try $0.opportunityEvent(), at: $0.at) }
        guard Opportunity.fold(id, events) == deal else {
            throw Violation("Fold", "the ledger of deal \(id) tells another state than \(deal)")
        }
        try stays(of: id.bytes, .stage, from: deal.createdAt, until: deal.stageSince, deal.stage, snapshot)
    }

    /// The stays begin with the life, follow each other without a gap, and end where it is now.
    private static func stays(
        of subject: [UInt8],
        _ dimension: Dimension,
        from born: Instant,
        until since: Instant,
        _ value: String,
        _ snapshot: borrowing Snapshot
    ) throws {
        var at = born
        var last: (value: String, entered: Instant, left: Instant?)?
        for stay in try snapshot.all(
            """
            SELECT value, entered_at, left_at FROM stays WHERE subject_id = \(subject) AND dimension = \(dimension)
            ORDER BY seq
            """,
            { row in
                (value: try row.next() as String, entered: try row.next() as Instant, left: try row.next() as Instant?)
            }
        ) {
            guard stay.entered == at, last == nil || last?.left != nil else {
                throw Violation("Stays tile", "\(dimension) has a gap or overlap before \(stay)")
            }
            last = stay
            at = stay.left ?? at
        }
        guard let last, last.left == nil, last.entered == since, last.value == value else {
            throw Violation("Stays tile", "\(dimension) ends in \(last as Any), not in \(value) since \(since)")
        }
    }
}
