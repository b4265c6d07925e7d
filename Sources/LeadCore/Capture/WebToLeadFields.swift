/// The field names of Salesforce's Web-to-Lead forms, so that a form can change its address and nothing else.
package enum WebToLeadFields {
    /// What a form field says; other names are read as column names are, or become custom fields.
    package static func meaning(of name: String) -> FieldMeaning {
        if let field = fields[name.lowercased()] { return .field(field) }
        if control.contains(name.lowercased()) { return .bookkeeping }
        if isCustomFieldID(name) { return .custom(name) }
        return HeaderNames.recognise(name)?.meaning ?? .custom(name)
    }

    /// A custom field is posted under its id: `00N` and 12 or 15 more letters and digits.
    private static func isCustomFieldID(_ name: String) -> Bool {
        let bytes = name.utf8
        return name.hasPrefix("00N") && (bytes.count == 15 || bytes.count == 18)
            && bytes.allSatisfy { byte in
                UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte || UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20
            }
    }

    private static let fields: [String: LeadField] = [
        "salutation": .salutation, "first_name": .firstName, "last_name": .lastName, "title": .title, "email": .email,
        "phone": .phone, "mobile": .mobile, "fax": .fax, "company": .company, "url": .website, "street": .street,
        "city": .city, "state": .state, "state_code": .state, "zip": .postalCode, "country": .country,
        "country_code": .country, "industry": .industry, "employees": .employees, "revenue": .annualRevenue,
        "description": .description, "lead_source": .source, "rating": .rating, "currency": .currency,
        "campaign_id": .campaign, "member_status": .memberStatus, "emailoptout": .doNotEmail, "faxoptout": .doNotFax,
        "donotcall": .doNotCall,
    ]

    /// Which form it is, where to go after it, and its tools.
    private static let control: Set = [
        "oid", "orgid", "returl", "encoding", "debug", "debugemail", "external", "recordtype", "submit",
        "captcha_settings", "g-recaptcha-response",
    ]
}
