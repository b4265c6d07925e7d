import LeadCore
import LeadInsight

/// A filter in words, with its plain meaning.
struct PlainFilter {
    var sources: Set<String>?
    var campaigns: Set<String>?
    var productClasses: Set<String>?
    var owners: Set<String>?
    var from: Int64?
    var before: Int64?

    /// Each part is asked for about every third time.
    init(random: inout SeededRandom) {
        func some(_ keys: [String], _ random: inout SeededRandom) -> Set<String>? {
            guard Int.random(in: 0..<3, using: &random) == 0 else { return nil }
            return Set(keys.filter { _ in Bool.random(using: &random) })
        }
        sources = some(PlainWorld.sources, &random)
        campaigns = some(PlainWorld.campaigns, &random)
        productClasses = some(PlainWorld.productClasses, &random)
        owners = some(PlainWorld.owners, &random)
        if Int.random(in: 0..<3, using: &random) == 0 { from = Int64.random(in: 0..<600_000, using: &random) }
        if Int.random(in: 0..<3, using: &random) == 0 { before = Int64.random(in: 400_000..<1_000_000, using: &random) }
    }

    func filter(_ columns: Columns) -> Filter {
        Filter(
            sources: sources.map { columns.sources.codes(of: $0) },
            campaigns: campaigns.map { columns.campaigns.codes(of: $0) },
            productClasses: productClasses.map { columns.productClasses.codes(of: $0) },
            owners: owners.map { columns.owners.codes(of: $0) },
            createdFrom: from.map(Instant.init),
            createdBefore: before.map(Instant.init)
        )
    }

    func accepts(_ lead: PlainWorld.Lead, asOf: Int64) -> Bool {
        lead.created <= asOf
            && sources?.contains(lead.source) ?? true
            && campaigns?.contains(lead.campaign) ?? true
            && productClasses?.contains(lead.productClass) ?? true
            && owners?.contains(PlainWorld.owner(of: lead, asOf: asOf)) ?? true
            && lead.created >= from ?? .min
            && lead.created < before ?? .max
    }
}

extension PlainWorld {
    /// The key of a lead's group.
    static func group(of lead: Lead, _ groupBy: GroupBy, asOf: Int64) -> String {
        switch groupBy {
        case .all: ""
        case .source: lead.source
        case .campaign: lead.campaign
        case .productClass: lead.productClass
        case .owner: owner(of: lead, asOf: asOf)
        }
    }
}

extension GroupBy {
    /// The key of a group's code.
    func key(_ code: Code, _ columns: Columns) -> String {
        switch self {
        case .all: ""
        case .source: columns.sources.keys[Int(code)]
        case .campaign: columns.campaigns.keys[Int(code)]
        case .productClass: columns.productClasses.keys[Int(code)]
        case .owner: columns.owners.keys[Int(code)]
        }
    }
}
