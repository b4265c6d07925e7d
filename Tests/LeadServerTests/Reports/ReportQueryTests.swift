import Testing

@testable import LeadServer

@Suite("Report addresses")
struct ReportQueryTests {
    @Test("A query comes back from its own address, and a link changes one thing")
    func roundTrip() {
        let given = ["source": "Trade fair", "by": "owner", "as-of": "2026-01-31"]
        let query = ReportQuery { given[$0] }
        #expect(query.href("/reports/funnel") == "/reports/funnel?source=Trade%20fair&as-of=2026-01-31&by=owner")
        #expect(query.with(.by, "").unlimited.href("/reports/funnel") == "/reports/funnel")
        #expect(query.with(.by, "source")[.source] == "Trade fair")
    }
}
