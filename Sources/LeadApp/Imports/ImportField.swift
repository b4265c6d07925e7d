import LeadCore

/// What a column can fill.
///
/// The raw values are the words of mapping files; where `LeadField` has the same, they are the same.
package enum ImportField: String, CaseIterable, Codable, CodingKeyRepresentable, Sendable {
    case externalID = "external_id"
    case fullName = "full_name"
    case firstName = "first_name"
    case lastName = "last_name"
    case title, email, phone, mobile, website
    case company, country, city, industry, employees
    case annualRevenue = "annual_revenue"
    case source, campaign, event, intent
    case productClass = "product_class"
    case product, description, subject, amount, currency
    /// E-mail address or name of who holds, sold or looks after it.
    case owner
    case status
    /// Why it is where it is: the reason of a rejection or a loss.
    case reason
    /// When the status began.
    case at
    case createdAt = "created_at"
    case updatedAt = "updated_at"
    case convertedAt = "converted_at"
    case closedAt = "closed_at"
    /// A day on which a deal is expected to close.
    case closeOn = "close_on"
    /// True makes the lead's status the one that `statuses` gives for `converted`.
    case isConverted = "is_converted"
    case doNotEmail = "do_not_email"
    case doNotCall = "do_not_call"
    case contactOnly = "contact_only"
    case competitor, rank
    // People.
    case role, manager, region
    /// A custom field, whose key is the use's `name`; in mapping files `field:<key>`.
    case custom = "field"

    init?(_ field: LeadField) {
        switch field {
        case .stage: self = .status
        default: self.init(rawValue: field.rawValue)
        }
    }

    /// Columns that hold a date, whose order of day and month is looked at.
    var isDate: Bool {
        switch self {
        case .at, .createdAt, .updatedAt, .convertedAt, .closedAt, .closeOn: true
        default: false
        }
    }
}
