import Foundation
import LeadApp
import LeadCore
import LeadStore
import Testing

@testable import LeadServer

@Suite("The check page")
struct CheckPagesTests {
    @Test("All seven promises are shown with what was counted, and the books add up")
    func holds() async throws {
        try await TestSite.run { site in
            for name in ["Ann", "Bea", "Cid"] { _ = try await site.lead(name, source: "Fair") }
            let ada = try await Browser(site, "ada@example.com")
            let page = try await ada.get("/check").text
            #expect(page.contains("All 7 promises hold"))
            #expect(page.contains("<span>3 open leads</span>"))
            #expect(page.contains("<th scope=\"row\">Fair</th><td class=\"number in\">3</td>"))
        }
    }

    @Test("A violation is told with a link to what violates")
    func broken() throws {
        let lead: Lead.ID = 7
        let text = """
            {"at": 1763373600000,
             "findings": [{"invariant": "Custody", "says": "Every open lead has an owner.", "checked": 2,
                           "violations": ["lead \(lead)", "something else"]}],
             "books": [{"source": "Fair", "received": 10, "newLeads": 6, "joined": 1, "contactOnly": 1, "rejected": 1,
                        "quarantined": 0, "pending": 0}]}
            """
        let answer = try JSONDecoder().decode(CheckInvariants.Answer.self, from: Data(text.utf8))
        let now = answer.at
        let view = CheckView(answer, TimeWords(now: now, zone: .utc), page: PageFrame(title: "Check", csrf: ""))
        #expect(view.headline == "One of 1 promises is broken")
        #expect(view.findings[0].count == "2 violations")
        #expect(view.findings[0].violations.map(\.href) == ["/leads/\(lead)", nil])
        #expect(view.books.rows[0].verdict == "1 missing")
        #expect(view.books.total.sum == "9")
    }
}
