package import LeadCore
package import LeadStore

/// What the fields of a public form say: our own names and those of Salesforce's Web-to-Lead forms, as they are.
///
/// Source, campaign and product class are the form's, never the visitor's. What has no place of its own is kept as lines of the
/// message, so that nothing that somebody typed is lost.
package struct FormReading {
    package private(set) var inquiry = Inquiry()
    private var lines: [String] = []
    private let policy: Policy

    /// The field that people do not see and programs fill in.
    package static let honeypot = "website_url_confirm"

    package init(_ fields: SubmittedForm, of form: FormRecord, _ policy: Policy, _ snapshot: borrowing Snapshot) throws
    {
        self.policy = policy
        let sources = try snapshot.sources()
        inquiry.source = sources.first { $0.id == form.source }?.name
        inquiry.campaign = try snapshot.campaigns().first { $0.id == form.campaign }?.name
        inquiry.productClass = try snapshot.productClasses().first { $0.id == form.productClass }?.name
        inquiry.intent = form.intent
        for field in fields.fields where !field.name.hasPrefix("_") && field.name != Self.honeypot {
            guard let value = field.value.trimmed else { continue }
            take(field.name, value)
        }
        if !lines.isEmpty {
            inquiry.message = ([inquiry.message].compactMap { $0 } + lines).joined(separator: "\n")
        }
    }

    private mutating func take(_ name: String, _ value: String) {
        if take(field: name, value) { return }
        switch Self.meaning(of: name) {
        case .field(let field): if !take(field, value) { lines.append("\(name): \(value)") }
        case .custom(let name): lines.append("\(name): \(value)")
        case .bookkeeping: break
        }
    }

    /// A custom field, by its key or `field:<key>`; a value that it cannot have becomes a line of the message.
    private mutating func take(field name: String, _ value: String) -> Bool {
        let key = name.hasPrefix("field:") ? String(name.dropFirst(6)) : name
        guard let field = policy.process.field(key) else { return false }
        guard (try? FieldValue(value, as: field, currency: policy.currency)) != nil else {
            lines.append("\(field.label): \(value)")
            return true
        }
        inquiry.fields = (inquiry.fields ?? [:]).merging([key: value]) { first, _ in first }
        return true
    }

    private static func meaning(of name: String) -> FieldMeaning {
        switch name.lowercased() {
        case "name": .field(.fullName)
        case "message": .field(.description)
        default: WebToLeadFields.meaning(of: name)
        }
    }

    /// False when an inquiry has no place for it.
    private mutating func take(_ field: LeadField, _ value: String) -> Bool {
        switch field {
        case .fullName: inquiry.name = value
        case .firstName: inquiry.firstName = value
        case .lastName: inquiry.lastName = value
        case .email: inquiry.email = value
        case .phone: inquiry.phone = value
        case .mobile where inquiry.phone == nil: inquiry.phone = value
        case .title: inquiry.title = value
        case .company: inquiry.company = value
        case .website: inquiry.website = value
        case .country: inquiry.country = value
        case .city: inquiry.city = value
        case .industry: inquiry.industry = value
        case .employees: inquiry.employees = Int(value)
        case .description: inquiry.message = value
        case .doNotEmail: inquiry.doNotEmail = Self.isYes(value)
        case .doNotCall: inquiry.doNotCall = Self.isYes(value)
        default: return false
        }
        return field != .employees || inquiry.employees != nil
    }

    private static func isYes(_ value: String) -> Bool {
        ["1", "true", "on", "yes"].contains(value.lowercased())
    }
}
