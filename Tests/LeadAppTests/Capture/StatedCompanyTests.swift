import LeadApp
import LeadCore
import LeadStore
import Testing

@Suite("People who write another company")
struct StatedCompanyTests {
    private func bring(_ place: Workplace, as actor: Actor, _ edit: (inout Inquiry) -> Void) async throws -> Captured {
        var inquiry = Inquiry()
        inquiry.source = "Web form"
        edit(&inquiry)
        let command = CaptureLead(
            raw: Array("{}".utf8),
            contentType: "application/json",
            channel: .page,
            inquiry: inquiry
        )
        return try await place.app.perform(command, as: actor)
    }

    private func known(_ place: Workplace) async throws -> Lead.ID {
        try await place.lead {
            $0.name = "Gerda Gate"
            $0.email = "gerda@oel.example"
            $0.phone = "030 901820"
            $0.company = "Öl & Söhne"
        }
    }

    @Test("A8: what they wrote is kept on the timeline and in the answer; they stay where they are known")
    func kept() async throws {
        let place = try await Workplace()
        let lead = try await known(place)
        let captured = try await bring(place, as: Workplace.boss) {
            $0.name = "Gerda Gate"
            $0.email = "gerda@oel.example"
            $0.company = "Gate AG"
        }
        #expect(captured.lead == lead)
        #expect(captured.company == StatedCompany(known: "Öl & Söhne", stated: "Gate AG"))
        let detail = try await place.detail(lead)
        #expect(detail.account.name == "Öl & Söhne")
        let line = try #require(detail.activities.first { $0.channel == ActivityRecord.statedCompany })
        #expect(line.note == "Gate AG" && line.contact == captured.contact)
        let same = try await bring(place, as: Workplace.boss) {
            $0.email = "gerda@oel.example"
            $0.company = "ÖL & Söhne GmbH"
        }
        #expect(same.company == nil, "the same company in other words")
        #expect(try await place.check().holds)
    }

    @Test("A8: somebody known without a company who writes one is told of, and can be moved there")
    func withoutCompany() async throws {
        let place = try await Workplace()
        let lead = try await place.lead { $0.company = nil }
        let captured = try await place.capture { $0.company = "Gate AG" }
        #expect(captured.lead == lead && captured.company == StatedCompany(known: nil, stated: "Gate AG"))
        let contact = try #require(captured.contact)
        try await place.app.perform(
            MoveContact(contact: contact, company: "Gate AG", withLeads: true),
            as: Workplace.boss
        )
        #expect(try await place.detail(lead).account.name == "Gate AG")
    }

    @Test("E6: whoever sees no lead of them is not told; by phone they are somebody new, by e-mail the same person")
    func strangers() async throws {
        let place = try await Workplace()
        let lead = try await known(place)
        try await place.app.perform(AssignLead(lead: lead, to: .person(Workplace.ben), reason: "x"), as: .system)
        let fay = Workplace.actor(Workplace.fay)
        let byPhone = try await bring(place, as: fay) {
            $0.name = "Gerda Gate"
            $0.phone = "030 901820"
            $0.company = "Gate AG"
        }
        let gerda = try #require(try await place.detail(lead).people.first).contact.id
        #expect(byPhone.outcome == .newLead && byPhone.contact != gerda && byPhone.company == nil)
        #expect(try await place.detail(try #require(byPhone.lead)).account.name == "Gate AG")
        let byEmail = try await bring(place, as: fay) {
            $0.email = "gerda@oel.example"
            $0.company = "Gate AG"
        }
        #expect(byEmail.contact == gerda && byEmail.company == nil)
        let boss = try await bring(place, as: Workplace.boss) {
            $0.name = "Gerda Gate"
            $0.phone = "030 901820"
            $0.company = "Tor GmbH"
        }
        #expect(boss.contact == gerda && boss.company?.known == "Öl & Söhne", "whoever sees the lead is told")
    }
}
