import HTTPTypes
import Hummingbird
import LeadApp
import LeadCore
import LeadStore
import NIOCore

/// The refused rows of an import as CSV, sent page by page as they are read.
struct RefusedFile: Sendable {
    private let app: App
    private let id: Import.ID
    private let actor: Actor
    private let first: RefusedRows.Page

    /// Reads the first page, so that a refusal is still a page of its own.
    init(_ app: App, of id: Import.ID, as actor: Actor) async throws {
        self.app = app
        self.id = id
        self.actor = actor
        first = try await app.fetch(RefusedRows(id: id), as: actor)
    }

    func response() -> Response {
        Response(
            status: .ok,
            headers: [
                .contentType: "text/csv; charset=utf-8", .contentDisposition: "attachment; filename=\"refused.csv\"",
            ],
            body: ResponseBody { writer in
                var page = first
                try await writer.write(ByteBuffer(string: "\u{FEFF}" + page.text))
                while let next = page.next {
                    page = try await app.fetch(RefusedRows(id: id, after: next), as: actor)
                    try await writer.write(ByteBuffer(string: page.text))
                }
                try await writer.finish(nil)
            }
        )
    }
}
