import LeadApp
import LeadCore

extension Inquiry {
    /// An inquiry as API clients write it.
    init(_ input: Input) {
        self.init()
        name = input.text(.name)
        firstName = input.text(.firstName)
        lastName = input.text(.lastName)
        email = input.text(.email)
        phone = input.text(.phone)
        title = input.text(.title)
        company = input.text(.company)
        website = input.text(.website)
        country = input.text(.country)
        city = input.text(.city)
        region = input.text(.region)
        postalCode = input.text(.postalCode)
        industry = input.text(.industry)
        employees = input.integer("employees").map { Int($0) }
        revenue = input.integer("revenue")
        doNotEmail = input.flag("doNotEmail")
        doNotCall = input.flag("doNotCall")
        readInterest(input)
    }

    private mutating func readInterest(_ input: Input) {
        source = input.text(.source)
        campaign = input.text(.campaign)
        productClass = input.text(.productClass)
        product = input.text(.product)
        message = input.text(.message)
        value = input.money("value")
        if let value, value.minor < 0 { input.note("value", "A value cannot be negative.") }
        externalID = input.text(.externalID)
        event = input.text(.event)
        intent = input.word("intent")
        owner = input.text(.owner)
        occurredAt = input.time("occurredAt")
        contactOnly = input.flag("contactOnly")
        fields = input.scalars(in: "fields")
    }

    /// Somebody to add to a lead: who it is, without an interest.
    init(personIn input: Input) {
        self.init()
        name = input.text(.name)
        firstName = input.text(.firstName)
        lastName = input.text(.lastName)
        email = input.text(.email)
        phone = input.text(.phone)
        title = input.text(.title)
        country = input.text(.country)
        city = input.text(.city)
    }
}

extension Input {
    fileprivate func text(_ field: Inquiry.TextField) -> String? {
        text(field.rawValue, most: field.most)
    }
}
