import Foundation
import HTTPTypes
import Hummingbird
import LeadApp
import LeadCore
import LeadInsight
import NIOCore

/// Reports as JSON, or as CSV when the address ends in `.csv` or the caller accepts that.
struct ReportAPI: RouteSet {
    let site: Site

    func add(to routes: RouterGroup<Visit>) {
        routes.get("/reports") { request, visit in
            try visit.actor.require(.readReports)
            let reports = ReportName.allCases.map { name -> JSONValue in
                ["name": .text(name.rawValue), "title": .text(name.title), "canBeGrouped": .bool(name.canBeGrouped)]
            }
            return Response.list(reports, next: nil, in: request)
        }
        routes.get("/reports/:name") { request, visit in
            let path = try visit.parameters.require("name")
            let wantsCSV = path.hasSuffix(".csv") || request.headers[.accept]?.hasPrefix("text/csv") == true
            let name = path.hasSuffix(".csv") ? String(path.dropLast(4)) : path
            let answer = try await site.app.fetch(try question(name, request), as: visit.actor)
            if wantsCSV {
                let text = ReportText(zone: answer.zone).csv(answer.report)
                return file(Array(text.utf8), type: "text/csv; charset=utf-8")
            }
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            return file(Array(try encoder.encode(ReportDocument(answer.report))), type: "application/json")
        }
    }

    private func question(_ name: String, _ request: Request) throws -> FetchReport {
        let query = QueryInput(request)
        var report = try FetchReport(name: name, groupBy: query.text("by"))
        report.sources = query.list("source")
        report.campaigns = query.list("campaign")
        report.productClasses = query.list("productClass")
        report.owner = query.text("owner").flatMap { text in
            let owner = Owner(text)
            if owner == nil { query.note("owner", "Say who: person:<id> or pool:<id>.") }
            return owner
        }
        report.createdFrom = date("createdFrom", query)
        report.createdTo = date("createdTo", query)
        report.asOf = query.time("asOf")
        try query.check()
        return report
    }

    private func date(_ name: String, _ query: QueryInput) -> LocalDate? {
        guard let text = query.text(name) else { return nil }
        if let date = try? TextDate(text), date.time == nil { return date.date }
        query.note(name, "A date as 2026-11-22 is expected.")
        return nil
    }

    private func file(_ bytes: [UInt8], type: String) -> Response {
        Response(status: .ok, headers: [.contentType: type], body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
