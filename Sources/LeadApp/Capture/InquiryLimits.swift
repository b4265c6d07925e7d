import LeadCore

extension Inquiry {
    /// The texts of an inquiry and how long each may be: the same for the API, forms, pages and imports.
    package enum TextField: String, CaseIterable, Sendable {
        case name, firstName, lastName, email, phone, title, company, website, country, city, industry
        case source, campaign, productClass, product, message, externalID, event, owner
        case region, postalCode

        /// In bytes of UTF-8.
        package var most: Int {
            switch self {
            case .name, .company: 2000
            case .email, .owner: 320
            case .phone, .country, .region, .postalCode: 100
            case .website: 2000
            case .message: 100_000
            default: 200
            }
        }
    }

    package subscript(field: TextField) -> String? {
        switch field {
        case .name: name
        case .firstName: firstName
        case .lastName: lastName
        case .email: email
        case .phone: phone
        case .title: title
        case .company: company
        case .website: website
        case .country: country
        case .city: city
        case .industry: industry
        case .source: source
        case .campaign: campaign
        case .productClass: productClass
        case .product: product
        case .message: message
        case .externalID: externalID
        case .event: event
        case .owner: owner
        case .region: region
        case .postalCode: postalCode
        }
    }

    /// Refuses what no inquiry can mean: texts that are too long or hold a NUL, numbers that are negative or too large.
    func requireFitting() throws(Refusal) {
        var issues: [Refusal.Issue] = []
        for field in TextField.allCases {
            guard let text = self[field] else { continue }
            if text.utf8.count > field.most {
                issues.append(.init("/\(field.rawValue)", "This is longer than \(field.most) bytes."))
            } else if text.utf8.contains(0) {
                issues.append(.init("/\(field.rawValue)", "A NUL character cannot stand in a text."))
            }
        }
        if let employees, !(0...1_000_000_000).contains(employees) {
            issues.append(.init("/employees", "A number from 0 to 1,000,000,000 is expected."))
        }
        if let revenue, revenue < 0 || !Money.takes(revenue) {
            issues.append(.init("/revenue", "An amount from 0 to \(Money.most) minor units is expected."))
        }
        if let value, value.minor < 0 { issues.append(.init("/value", "A value cannot be negative.")) }
        if let value, !Money.takes(value.minor) { issues += Money.tooLarge("/value").issues }
        guard let first = issues.first else { return }
        let place = first.pointer.dropFirst()
        let sentence = "\(place.prefix(1).uppercased())\(place.dropFirst()): \(first.message)"
        throw Refusal(.invalid, "invalid_input", sentence, issues: issues)
    }
}
