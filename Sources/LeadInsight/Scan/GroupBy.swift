/// What a report puts side by side.
package enum GroupBy: String, CaseIterable, Sendable {
    /// One group with everything.
    case all
    case source
    case campaign
    case productClass = "product-class"
    case owner

    package var label: String {
        switch self {
        case .all: "All"
        case .source: "Source"
        case .campaign: "Campaign"
        case .productClass: "Product class"
        case .owner: "Owner"
        }
    }

    /// The group labels in the order of their codes.
    func labels(in columns: Columns) -> [String] {
        switch self {
        case .all: ["All"]
        case .source: columns.sources.labels
        case .campaign: columns.campaigns.labels
        case .productClass: columns.productClasses.labels
        case .owner: columns.owners.labels
        }
    }
}
