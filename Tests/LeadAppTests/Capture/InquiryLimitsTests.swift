import LeadApp
import LeadCore
import LeadStore
import Testing

@Suite("Limits of an inquiry")
struct InquiryLimitsTests {
    @Test(
        "A7: a text that is too long is refused with its place, one that just fits is taken",
        arguments: Inquiry.TextField.allCases
    )
    func texts(field: Inquiry.TextField) async throws {
        let workplace = try await Workplace()
        let refused = try await workplace.capture { $0.set(field, String(repeating: "x", count: field.most + 1)) }
        #expect(refused.outcome == .rejected)
        #expect(refused.refusal?.issues.map(\.pointer) == ["/\(field.rawValue)"] || field == .email)
        let nul = try await workplace.capture { $0.set(field, "\0") }
        #expect(nul.outcome == .rejected)
        guard ![.source, .campaign, .productClass, .product, .owner, .email].contains(field) else { return }
        let taken = try await workplace.capture { $0.set(field, String(repeating: "x", count: field.most)) }
        #expect(taken.outcome == .newLead, "\(taken)")
    }

    @Test("A7: negative numbers and amounts beyond the limit are refused")
    func numbers() async throws {
        let workplace = try await Workplace()
        let edits: [@Sendable (inout Inquiry) -> Void] = [
            { $0.employees = -1 }, { $0.employees = .max }, { $0.revenue = -1 }, { $0.revenue = .max },
            { $0.value = Money(minor: .max, currency: "EUR") }, { $0.value = Money(minor: -1, currency: "EUR") },
        ]
        for edit in edits {
            let captured = try await workplace.capture(edit)
            #expect(captured.outcome == .rejected)
            #expect(captured.refusal?.issues.count == 1)
        }
    }

    @Test("A2: names in other letters are found whatever their case, and nobody can take one twice")
    func names() async throws {
        let workplace = try await Workplace()
        let app = workplace.app
        let source = try await app.perform(SaveSource(name: "Über uns"), as: .system).source
        await #expect(throws: Refusal.self) { try await app.perform(SaveSource(name: "über UNS"), as: .system) }
        try await app.perform(SaveSource(source: source, name: "ÜBER uns"), as: .system)
        try await app.perform(SaveCampaign(name: "Größe"), as: .system)
        await #expect(throws: Refusal.self) { try await app.perform(SaveCampaign(name: "GRÖßE"), as: .system) }
        let captured = try await workplace.capture {
            $0.source = "über uns"
            $0.campaign = "größe"
        }
        #expect(captured.outcome == .newLead)
    }
}

extension Inquiry {
    fileprivate mutating func set(_ field: TextField, _ text: String) {
        switch field {
        case .name: name = text
        case .firstName: firstName = text
        case .lastName: lastName = text
        case .email: email = text
        case .phone: phone = text
        case .title: title = text
        case .company: company = text
        case .website: website = text
        case .country: country = text
        case .city: city = text
        case .industry: industry = text
        case .source: source = text
        case .campaign: campaign = text
        case .productClass: productClass = text
        case .product: product = text
        case .message: message = text
        case .externalID: externalID = text
        case .event: event = text
        case .owner: owner = text
        case .region: region = text
        case .postalCode: postalCode = text
        }
    }
}
