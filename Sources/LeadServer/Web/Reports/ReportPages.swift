import Foundation
import HTTPTypes
import Hummingbird
import LeadApp
import LeadCore
import LeadInsight
import LeadStore

/// The reports as pages, and the same figures as files.
struct ReportPages: RouteSet {
    let site: Site

    func add(to routes: RouterGroup<Visit>) {
        routes.get("/reports") { _, visit in
            try visit.actor.require(.readReports)
            return try site.page(ReportIndexView(page: site.frame("Reports", visit)))
        }
        routes.get("/reports/{name}.csv") { request, visit in
            let (name, answer) = try await fetch(request, visit)
            return Response.file(
                "\(name).csv",
                type: "text/csv; charset=utf-8",
                ReportText(zone: answer.zone).csv(answer.report)
            )
        }
        routes.get("/reports/{name}.json") { request, visit in
            let (name, answer) = try await fetch(request, visit)
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            let text = String(decoding: try encoder.encode(ReportDocument(answer.report)), as: UTF8.self)
            return Response.file("\(name).json", type: "application/json", text)
        }
        routes.get("/reports/:name") { request, visit in
            let (_, answer) = try await fetch(request, visit)
            let choices = try await site.app.fetch(Choices(), as: visit.actor)
            let presenter = ReportPresenter(answer, ReportQuery(request), choices)
            return try site.page(presenter.view(site.frame(answer.report.question.name.title, visit), now: choices.now))
        }
    }

    private func fetch(_ request: Request, _ visit: Visit) async throws -> (name: String, FetchReport.Answer) {
        let name = try visit.parameters.require("name")
        return (name, try await site.app.fetch(ReportQuery(request).fetch(name), as: visit.actor))
    }
}

extension ReportQuery {
    init(_ request: Request) {
        self.init { request.uri.queryParameters[$0[...]].map(String.init) }
    }
}

extension ReportPresenter {
    init(_ answer: FetchReport.Answer, _ query: ReportQuery, _ choices: Choices.Answer) {
        self.init(
            answer: answer.report,
            query: query,
            words: ReportWords(zone: answer.zone, currency: answer.currency),
            sources: choices.sources.map(\.name),
            campaigns: choices.campaigns.map(\.name),
            productClasses: choices.productClasses.map(\.name),
            owners: choices.pools.map { Option(value: Owner.pool($0.id).description, label: $0.name) }
                + choices.people.map { Option(value: Owner.person($0.id).description, label: $0.name) }
        )
    }
}

extension Response {
    /// A file to keep, under a name that says what it is.
    fileprivate static func file(_ name: String, type: String, _ text: String) -> Response {
        Response(
            status: .ok,
            headers: [.contentType: type, .contentDisposition: "attachment; filename=\"\(name)\""],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text))
        )
    }
}
