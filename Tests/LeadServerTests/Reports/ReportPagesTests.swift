import LeadApp
import LeadCore
import LeadInsight
import Testing

@testable import LeadServer

@Suite("Report pages")
struct ReportPagesTests {
    @Test("every report answers as a page, as CSV and as JSON, empty and filled", arguments: [false, true])
    func everyReport(filled: Bool) async throws {
        try await TestSite.run { site in
            if filled {
                _ = try await site.lead("Grace Hopper")
                _ = try await site.deal("Katherine Johnson", amount: 120_000)
            }
            let ada = try await Browser(site, "ada@example.com")
            #expect(try await ada.get("/reports").status == 200)
            for name in ReportName.allCases {
                let page = try await ada.get("/reports/\(name.rawValue)")
                #expect(page.status == 200, "\(name)")
                #expect(page.text.contains("<h1>\(name.title)</h1>"))
                let csv = try await ada.get("/reports/\(name.rawValue).csv")
                #expect(csv.headers["content-type"] == "text/csv; charset=utf-8")
                #expect(csv.headers["content-disposition"] == "attachment; filename=\"\(name.rawValue).csv\"")
                #expect(try await ada.get("/reports/\(name.rawValue).json").json["name"].text == name.rawValue)
            }
        }
    }

    @Test("H4: a funnel by source shows each source, in the page and in its file alike")
    func funnelBySource() async throws {
        try await TestSite.run { site in
            for name in ["Ann", "Bea", "Cid"] { _ = try await site.lead(name, source: "Fair") }
            _ = try await site.lead("Dan", source: "Web form")
            let ada = try await Browser(site, "ada@example.com")
            let csv = try await ada.get("/reports/funnel.csv?by=source").text
            #expect(csv.contains("Fair,Open,3,3,"))
            #expect(csv.contains("Web form,Open,1,1,"))
            let page = try await ada.get("/reports/funnel?by=source&source=Fair").text
            #expect(page.contains("<th scope=\"row\">Fair</th>"))
            #expect(!page.contains("<th scope=\"row\">Web form</th>"))
            #expect(page.contains("Source Fair"))
        }
    }

    @Test("X20: as of the end of a day, what came later has not happened")
    func asOf() async throws {
        try await TestSite.run { site in
            _ = try await site.lead("Ann")
            site.clock.advance(.days(3))
            _ = try await site.lead("Bea")
            let ada = try await Browser(site, "ada@example.com")
            #expect(try await ada.get("/reports/funnel.csv").text.contains("Open,2,2,"))
            let before = try await ada.get("/reports/funnel.csv?as-of=2025-11-18").text
            #expect(before.contains("Open,1,1,"))
        }
    }

    @Test("What is no report, no grouping or no date is refused, not guessed")
    func refusals() async throws {
        try await TestSite.run { site in
            let ada = try await Browser(site, "ada@example.com")
            #expect(try await ada.get("/reports/horoscope").status == 404)
            #expect(try await ada.get("/reports/funnel?by=moon").status == 422)
            #expect(try await ada.get("/reports/pipeline?by=source").status == 422)
            #expect(try await ada.get("/reports/funnel?from=yesterday").status == 422)
        }
    }

    @Test("A source with a hostile name stays text")
    func hostileNames() async throws {
        try await TestSite.run { site in
            _ = try await site.lead("Ann", source: "<script>alert(1)</script>")
            let ada = try await Browser(site, "ada@example.com")
            let page = try await ada.get("/reports/funnel?by=source").text
            #expect(!page.contains("<script>alert"))
            #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
        }
    }
}
