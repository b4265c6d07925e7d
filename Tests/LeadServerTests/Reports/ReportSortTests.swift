import LeadCore
import LeadInsight
import Testing

@testable import LeadServer

@Suite("Order of a report's rows")
struct ReportSortTests {
    private let table = ReportTable(
        title: "Sources",
        columns: [
            .init("source", "Source", .text), .init("leads", "Leads", .count), .init("median", "Median", .duration),
        ],
        rows: [
            [.text("web"), .count(5), .none],
            [.text("Fair"), .count(9), .duration(.hours(3))],
            [.text("Call"), .count(5), .duration(.hours(1))],
        ]
    )

    private func names(_ key: String, _ order: String) -> [ReportTable.Cell] {
        let query = ReportQuery().with(.sort, key).with(.order, order)
        return ReportSort(query)?.rows(of: table).map { $0[0] } ?? []
    }

    @Test("Equal rows keep their order, and names sort without regard to case")
    func order() {
        #expect(names("leads", "descending") == [.text("Fair"), .text("web"), .text("Call")])
        #expect(names("leads", "ascending") == [.text("web"), .text("Call"), .text("Fair")])
        #expect(names("source", "ascending") == [.text("Call"), .text("Fair"), .text("web")])
    }

    @Test("Rows without a value come last either way")
    func absent() {
        #expect(names("median", "ascending") == [.text("Call"), .text("Fair"), .text("web")])
        #expect(names("median", "descending") == [.text("Fair"), .text("Call"), .text("web")])
    }

    @Test("A column that the table does not have changes nothing")
    func unknown() {
        #expect(names("moon", "ascending") == [.text("web"), .text("Fair"), .text("Call")])
    }
}
