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
                try await writer.write(ByteBuffer(string: "\u{FEFF}" + DelimitedText.line(header)))
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

    /// The list's own columns and one for each custom field.
    private var header: [String] {
        Self.columns + first.policy.process.fields.map(\.label)
    }

    private static let columns = [
        "ID", "Name", "Company", "Phone", "Product class", "Status", "Grade", "Owner", "Source", "Campaign", "Value",
        "Currency", "Expected value", "Next step", "Due", "Attempts", "Created", "Marketing owner", "Sales owner",
    ]

    private func lines(of page: ExportLeads.Answer) -> String {
        let words = Wording(now: page.now, policy: page.policy, directory: page.directory)
        return page.rows.map { row in
            DelimitedText.line(cells(of: row, words) + fields(of: page.fields[row.id] ?? []))
        }.joined()
    }

    /// In the columns of the first page, so that a file has one shape whatever changes meanwhile.
    private func fields(of values: [StoredField]) -> [String] {
        first.policy.process.fields.map { field in values.first { $0.key == field.key }?.value.stored ?? "" }
    }

    private func cells(of row: LeadRow, _ words: Wording) -> [String] {
        [
            "\(row.id)", row.name, row.account ?? "", row.phone ?? "",
            row.productClass, words.status(row.status).label, row.grade?.label ?? "",
            words.directory.name(row.owner), row.source, row.campaign ?? "",
            row.value.map(MoneyWords.plain) ?? "", row.value?.currency ?? "",
            words.policy.expectedValue(row.valueBasis).value.map(MoneyWords.plain) ?? "",
            row.nextStep?.what ?? "", row.nextStep.map { words.time.iso($0.dueAt) } ?? "",
            String(row.attempts), words.time.iso(row.createdAt),
            row.marketingOwner.map { words.directory.name($0) } ?? "",
            words.directory.salesOwner(row.owner).map { words.directory.name($0) } ?? "",
        ]
    }
}
