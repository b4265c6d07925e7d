import LeadCore
import LeadInsight

/// A small random workspace as plain history, the way a person would write it down: what the reports are compared with.
struct PlainWorld {
    struct Lead {
        var id: UInt64
        var created: Int64
        var source: String
        var campaign: String
        var productClass: String
        /// Owner changes, oldest first.
        var owners: [(at: Int64, owner: String)]
        /// Status changes, oldest first; the first is at `created`.
        var statuses: [(at: Int64, status: String)]
    }

    struct Stay {
        var lead: Lead
        var status: String
        var entered: Int64
        var left: Int64?
    }

    static let statuses = ["open", "working", "qualified", "nurture", "won", "lost"]
    static let closed: Set<String> = ["won", "lost"]
    static let sources = ["web", "fair", "partner"]
    static let campaigns = ["", "spring", "autumn"]
    static let productClasses = ["hedging", "futures"]
    static let owners = ["kim", "lee", "pool"]

    var leads: [Lead] = []

    init(seed: UInt64, leads count: Int = 300) {
        var random = SeededRandom(seed: seed)
        for id in 1...UInt64(count) {
            let created = Int64.random(in: 0..<1_000_000, using: &random)
            var lead = Lead(
                id: id,
                created: created,
                source: random.pick(Self.sources),
                campaign: random.pick(Self.campaigns),
                productClass: random.pick(Self.productClasses),
                owners: [(created, random.pick(Self.owners))],
                statuses: [(created, "open")]
            )
            var at = created
            for _ in 0..<Int.random(in: 0..<7, using: &random) {
                // Some gaps of zero and some equal ones on purpose.
                at += random.pick([0, 1000, Int64.random(in: 0..<300_000, using: &random)])
                let next = random.pick(Self.statuses)
                if next != lead.statuses[lead.statuses.count - 1].status { lead.statuses.append((at, next)) }
                if Bool.random(using: &random) {
                    lead.owners.append((at, random.pick(Self.owners)))
                }
            }
            leads.append(lead)
        }
    }

    var stays: [Stay] {
        leads.flatMap { lead in
            lead.statuses.indices.map { i in
                let left = i + 1 < lead.statuses.count ? lead.statuses[i + 1].at : nil
                return Stay(lead: lead, status: lead.statuses[i].status, entered: lead.statuses[i].at, left: left)
            }
        }
    }

    static func owner(of lead: Lead, asOf: Int64) -> String {
        lead.owners.last { $0.at <= asOf }?.owner ?? ""
    }

    /// Half of the wall time and ten seconds more: easy to recompute, and not in the order of the wall time's rounding.
    static func working(_ from: Int64, _ to: Int64) -> Int64 {
        (to - from) / 2 + 10_000
    }
}

extension PlainWorld {
    static var emptyColumns: Columns {
        var columns = Columns { from, to in
            Span(milliseconds: working(from.milliseconds, to.milliseconds))
        }
        columns.setProcess(
            statuses.map { status in
                let isMilestone = status != "nurture" && status != "lost"
                return Columns.Step(
                    columns.statuses.code(status),
                    isOpen: !closed.contains(status),
                    isMilestone: isMilestone
                )
            }
        )
        for key in sources { _ = columns.sources.code(key) }
        for key in campaigns { _ = columns.campaigns.code(key) }
        for key in productClasses { _ = columns.productClasses.code(key) }
        for key in owners { _ = columns.owners.code(key) }
        return columns
    }

    /// One thing that happened, as the ledger would tell it.
    enum Event {
        case created(Lead)
        case entered(UInt64, String)
        case assigned(UInt64, String)
    }

    /// Everything that happened, lead by lead.
    var history: [(at: Int64, event: Event)] {
        leads.flatMap { lead in
            [(lead.created, Event.created(lead))]
                + lead.statuses.map { ($0.at, .entered(lead.id, $0.status)) }
                + lead.owners.map { ($0.at, .assigned(lead.id, $0.owner)) }
        }
    }

    static func feed(_ history: some Sequence<(at: Int64, event: Event)>, to columns: inout Columns) {
        for (at, event) in history {
            let instant = Instant(milliseconds: at)
            switch event {
            case .created(let lead):
                columns.putLead(key(lead.id), facts(lead, columns))
            case .entered(let id, let status):
                columns.enter(
                    known(columns.statuses.existing(status)),
                    lead: known(columns.leads.row(of: key(id))),
                    at: instant
                )
            case .assigned(let id, let owner):
                columns.assign(
                    known(columns.owners.existing(owner)),
                    to: known(columns.leads.row(of: key(id))),
                    at: instant
                )
            }
        }
    }

    /// Loaded lead by lead, as from the store.
    var columns: Columns {
        var columns = Self.emptyColumns
        Self.feed(history, to: &columns)
        return columns
    }

    static func key(_ id: UInt64) -> Identifier<PlainWorld> {
        Identifier(integerLiteral: id)
    }

    private static func facts(_ lead: Lead, _ columns: Columns) -> LeadFacts {
        LeadFacts(
            created: Instant(milliseconds: lead.created),
            source: known(columns.sources.existing(lead.source)),
            campaign: known(columns.campaigns.existing(lead.campaign)),
            productClass: known(columns.productClasses.existing(lead.productClass))
        )
    }
}

extension Scope {
    init(_ filter: Filter = .all, at milliseconds: Int64) {
        self.init(filter, asOf: Instant(milliseconds: milliseconds))
    }
}
