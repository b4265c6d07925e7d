import LeadApp
import LeadCore
import LeadStore
import Testing

@Suite("What counts as a response")
struct ResponseCountTests {
    @Test("invariant 3: the same event under a second campaign counts, and under the same one only once")
    func campaigns() async throws {
        let place = try await Workplace()
        for name in ["Spring", "Autumn"] { _ = try await place.app.perform(SaveCampaign(name: name), as: .system) }
        var lead: Lead.ID?
        for campaign in ["Spring", "Autumn", "Spring", "Autumn"] {
            lead = try await place.lead {
                $0.campaign = campaign
                $0.event = "Booth"
            }
        }
        #expect(try await place.detail(try #require(lead)).lead.responses == 2)
        #expect(try await place.check().holds)
    }

    @Test("A2: what is said to have come in the future is refused, and the field is named")
    func future() async throws {
        let place = try await Workplace()
        let later = place.now + .minutes(1)
        for contactOnly in [false, true] {
            let answer = try await place.capture {
                $0.occurredAt = later
                $0.contactOnly = contactOnly
            }
            #expect(answer.outcome == .rejected)
            #expect(answer.refusal?.code == "in_the_future")
            #expect(answer.refusal?.issues.map(\.pointer) == ["/occurredAt"])
        }
        let now = place.now
        #expect(try await place.capture { $0.occurredAt = now }.outcome == .newLead)
        #expect(try await place.capture { $0.occurredAt = later }.outcome == .rejected)
        #expect(try await place.check().holds)
    }
}
