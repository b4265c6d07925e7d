import LeadApp
import LeadCore

extension Inquiry {
    /// An inquiry as API clients write it.
    init(_ input: Input) {
        self.init()
        name = input.text("name", most: 500)
        firstName = input.text("firstName", most: 200)
        lastName = input.text("lastName", most: 200)
        email = input.text("email", most: 320)
        phone = input.text("phone", most: 100)
        title = input.text("title", most: 200)
        company = input.text("company", most: 500)
        website = input.text("website", most: 2000)
        country = input.text("country", most: 100)
        city = input.text("city", most: 200)
        industry = input.text("industry", most: 200)
        employees = input.integer("employees").map { Int($0) }
        revenue = input.integer("revenue")
        doNotEmail = input.flag("doNotEmail")
        doNotCall = input.flag("doNotCall")
        readInterest(input)
    }

    private mutating func readInterest(_ input: Input) {
        source = input.text("source", most: 200)
        campaign = input.text("campaign", most: 200)
        productClass = input.text("productClass", most: 200)
        message = input.text("message", most: 100_000)
        value = input.money("value")
        if let value, value.minor < 0 { input.note("value", "A value cannot be negative.") }
        externalID = input.text("externalID", most: 200)
        event = input.text("event", most: 200)
        intent = input.word("intent")
        owner = input.text("owner", most: 320)
        occurredAt = input.time("occurredAt")
        contactOnly = input.flag("contactOnly")
        fields = input.scalars(in: "fields")
    }

    /// Somebody to add to a lead: who it is, without an interest.
    init(personIn input: Input) {
        self.init()
        name = input.text("name", most: 500)
        firstName = input.text("firstName", most: 200)
        lastName = input.text("lastName", most: 200)
        email = input.text("email", most: 320)
        phone = input.text("phone", most: 100)
        title = input.text("title", most: 200)
        country = input.text("country", most: 100)
        city = input.text("city", most: 200)
    }
}
