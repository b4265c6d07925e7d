import HTTPTypes
import Hummingbird
import LeadApp
import LeadCore
import LeadStore
import NIOCore

/// A list's whole answer as CSV, sent page by page as it is read, so that any number of leads needs the memory of one page.
struct LeadFile: Sendable {
    private let app: App
    private let filter: LeadFilter
    private let actor: Actor
    private let first: ExportLeads.Answer

    /// Reads the first page, so that a refusal is still a page of its own.
    init(_ app: App, _ filter: LeadFilter, as actor: Actor) async throws {
        self.app = app
        self.filter = filter
        self.actor = actor
        first = try await app.fetch(ExportLeads(filter), as: actor)
    }

    func response() -> Response {
        Response(
            status: .ok,
            headers: [
                .contentType: "text/csv; charset=utf-8", .contentDisposition: "attachment; filename=\"leads.csv\"",
            ],
            body: ResponseBody { writer in
                try await writer.write(ByteBuffer(string: "\u{FEFF}" + CSVLine.text(Self.header)))
                var page = first
                while true {
                    try await writer.write(ByteBuffer(string: lines(of: page)))
                    guard let next = page.next else { break }
                    var rest = filter
                    rest.after = next
                    page = try await app.fetch(ExportLeads(rest), as: actor)
                }
                try await writer.finish(nil)
            }
        )
    }

    private static let header = [
        "ID", "Name", "Company", "Phone", "Product class", "Status", "Grade", "Owner", "Source", "Campaign", "Value",
        "Currency", "Next step", "Due", "Attempts", "Created", "Marketing owner", "Sales owner",
    ].map(CSVLine.Cell.text)

    private func lines(of page: ExportLeads.Answer) -> String {
        let words = Wording(now: page.now, policy: page.policy, directory: page.directory)
        return page.rows.map { CSVLine.text(cells(of: $0, words)) }.joined()
    }

    private func cells(of row: LeadRow, _ words: Wording) -> [CSVLine.Cell] {
        [
            .text("\(row.id)"), .text(row.name), .text(row.account ?? ""), .text(row.phone ?? ""),
            .text(row.productClass), .text(words.status(row.status).label), .text(row.grade?.label ?? ""),
            .text(words.directory.name(row.owner)), .text(row.source), .text(row.campaign ?? ""),
            .number(row.value.map(MoneyWords.plain) ?? ""), .text(row.value?.currency ?? ""),
            .text(row.nextStep?.what ?? ""), .text(row.nextStep.map { words.time.iso($0.dueAt) } ?? ""),
            .number(String(row.attempts)), .text(words.time.iso(row.createdAt)),
            .text(row.marketingOwner.map { words.directory.name($0) } ?? ""),
            .text(words.directory.salesOwner(row.owner).map { words.directory.name($0) } ?? ""),
        ]
    }
}
