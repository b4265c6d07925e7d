import LeadCore
import LeadStore

/// The keys of what a report is limited to, found by name; nil means no limit.
///
/// A name that stands for nothing is refused: an answer full of zeros would look like one.
struct ReportKeys {
    let sources: [String]?
    let campaigns: [String]?
    let productClasses: [String]?

    init(_ report: FetchReport, _ snapshot: borrowing Snapshot, _ directory: Directory) throws {
        sources = try Self.keys(report.sources, "source", "source") { try snapshot.source(named: $0)?.description }
        campaigns = try Self.keys(report.campaigns, "campaign", "campaign") {
            try snapshot.campaign(named: $0)?.description
        }
        productClasses = try Self.keys(report.productClasses, "productClass", "product class") {
            try snapshot.productClass(named: $0)?.description
        }
        try Self.require(report.owner, in: directory)
    }

    private static func keys(
        _ names: [String],
        _ field: String,
        _ what: String,
        _ find: (String) throws -> String?
    ) throws -> [String]? {
        guard !names.isEmpty else { return nil }
        return try names.map { name in
            guard let key = try find(name) else {
                throw Refusal.invalid("/\(field)", "There is no \(what) called \(name.prefix(60)).")
            }
            return key
        }
    }

    private static func require(_ owner: Owner?, in directory: Directory) throws(Refusal) {
        let isKnown =
            switch owner {
            case .person(let id): directory.people[id] != nil
            case .pool(let id): directory.pools[id] != nil
            case .elsewhere, nil: true
            }
        guard isKnown else { throw Refusal.invalid("/owner", "There is no such person or pool.") }
    }
}
