import Foundation
import LeadApp
import LeadCore
import LeadStore
import Testing

@Suite("The audit")
struct AuditPagesTests {
    @Test("each change of the workspace says who did it and to what; acts on leads are left to the ledger")
    func lines() async throws {
        try await TestSite.run { site in
            let (ina, _) = try await site.person(.insideSales, "Ina")
            let admin = Actor(user: site.administrator, role: .administrator)
            var change = UpdateUser(user: ina)
            change.name = "Ina Inside"
            try await site.app.perform(change, as: admin)
            _ = try await Browser(site, "ada@example.com")
            let lead = try await site.lead("Grace")
            try await site.app.perform(QualifyLead(lead: lead, levels: ["need": .high]), as: admin)
            await #expect(throws: Refusal.self) {
                try await site.app.perform(UpdateUser(user: 99), as: admin)
            }
            let lines = try await site.app.fetch(AuditList(), as: .system).lines
            let told = lines.map { "\($0.command) \($0.actorName ?? "-") \($0.subject ?? "-") \($0.refused ?? "-")" }
            #expect(told.contains("update_user Ada Admin person:\(ina) -"))
            #expect(told.contains("sign_in Ada Admin - -"))
            #expect(told.contains("update_user Ada Admin person:\(User.ID(integerLiteral: 99)) not_found"))
            #expect(!lines.contains { ["qualify_lead", "capture_lead"].contains($0.command) })
            #expect(lines.allSatisfy { !($0.subject ?? "").contains("@") })
        }
    }

    @Test("administrators read it by person and page; nobody else does")
    func page() async throws {
        try await TestSite.run { site in
            let (_, seller) = try await site.person(.insideSales, "Ina")
            let ada = try await Browser(site, "ada@example.com")
            let admin = Actor(user: site.administrator, role: .administrator)
            for number in 0..<120 {
                try await site.app.perform(SaveSource(source: nil, name: "Source \(number)"), as: admin)
            }
            let page = try await ada.get("/settings/audit?person=\(site.administrator)").text
            #expect(page.components(separatedBy: "Save source").count == 101)
            let next = try #require(page.firstRange(of: "&amp;before=")).upperBound
            let before = page[next...].prefix { $0.isNumber }
            let older = try await ada.get("/settings/audit?person=\(site.administrator)&before=\(before)").text
            #expect(older.components(separatedBy: "Save source").count == 21)
            #expect(older.contains("Sign in") && !older.contains("Create user"))
            #expect(try await ada.get("/settings/audit").text.contains("Ada Admin"))
            let token = try await site.administratorToken
            let listed = try await site.client.call("GET", "/v1/audit?person=\(site.administrator)", token: token)
            #expect(listed.json["items"].items.count == 100 && listed.json["next"].text != nil)
            #expect(try await site.client.call("GET", "/v1/audit", token: seller).status == 403)
        }
    }
}
