import LeadApp
import LeadCore
import LeadStore
import Testing

@Suite("A form that is sent twice")
struct DoubleSendTests {
    /// The key in the page's form.
    private static func key(in page: String) throws -> String {
        let start = try #require(page.firstRange(of: "name=\"_once\" value=\"")).upperBound
        return String(page[start...].prefix { $0 != "\"" })
    }

    @Test("F3: an attempt that is sent twice is logged once, and the next form is another one")
    func attempt() async throws {
        try await TestSite.run { site in
            let ada = try await Browser(site, "ada@example.com")
            let lead = try await site.lead("Grace")
            let path = "/leads/\(lead)/attempts"
            let page = try await ada.get(path).text
            let key = try Self.key(in: page)
            let form = [
                ("channel", "phone"), ("outcome", "no_answer"), ("nextStep", "Call again"),
                ("nextDue", "2026-12-01T10:00"), ("_once", key),
            ]
            let first = try await ada.post(path, form)
            #expect(first.status == 303, "\(first.text)")
            #expect(try await ada.post(path, form).status == 303)
            let events = try await site.app.fetch(LeadDetail(lead: lead), as: .system).lead.attempts
            #expect(events == 1)
            #expect(try Self.key(in: try await ada.get(path).text) != key)
        }
    }

    @Test("A1: a lead that is typed once and sent twice is one lead with one response")
    func newLead() async throws {
        try await TestSite.run { site in
            let ada = try await Browser(site, "ada@example.com")
            let key = try Self.key(in: try await ada.get("/leads/new").text)
            let form = [("name", "Rosa"), ("email", "rosa@example.com"), ("source", "Web form"), ("_once", key)]
            let first = try await ada.post("/leads", form)
            #expect(first.status == 303, "\(first.text)")
            #expect(try await ada.post("/leads", form).headers["location"] == first.headers["location"])
            let rows = try await site.app.fetch(LeadList(LeadFilter()), as: .system).rows
            #expect(rows.count == 1)
            let received = try await site.app.database.read { try $0.value("SELECT COUNT(*) FROM submissions") as Int? }
            #expect(received == 1)
        }
    }
}
