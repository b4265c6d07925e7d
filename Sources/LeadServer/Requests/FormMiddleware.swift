import HTTPTypes
import Hummingbird
import LeadApp
import LeadCore
import LeadStore
import NIOCore

/// Reads what a page posts and checks that it was our own page: every unsafe request of a signed-in person carries their session's
/// token, as field `_csrf` or header `X-CSRF-Token`.
///
/// A form stays in memory and brings no file; the one page that takes a file stands behind `UploadMiddleware`.
struct FormMiddleware: RouterMiddleware {
    static let mostBytes = 1_000_000

    func handle(
        _ request: Request,
        context: Visit,
        next: Next
    ) async throws -> Response {
        if [.get, .head, .options].contains(request.method) { return try await next(request, context) }
        var visit = context
        visit.form = try await form(of: request)
        try PageProof(visit, request).require(in: visit.form)
        return try await next(request, visit)
    }

    private func form(of request: Request) async throws -> SubmittedForm {
        let body = Array(buffer: try await request.body.collect(upTo: Self.mostBytes))
        let type = request.headers[.contentType] ?? ""
        if type.isEmpty { return SubmittedForm(urlencoded: String(decoding: body, as: UTF8.self)) }
        if let form = SubmittedForm(stored: body, contentType: type) { return form }
        if MediaType(type) == .multipart { throw HTTPError(.badRequest) }
        guard body.isEmpty else { throw HTTPError(.unsupportedMediaType) }
        return SubmittedForm()
    }
}

/// The proof that a page of ours sent a request: refuses what a signed-in person's browser was made to send by another page.
struct PageProof: Sendable {
    private let wanted: String?
    private let header: String?

    init(_ visit: Visit, _ request: Request) {
        wanted = visit.credential?.csrf
        header = request.headers[.csrfToken]
    }

    func require(in form: SubmittedForm) throws(Refusal) {
        guard let wanted else { return }
        guard Secret.equal(header ?? form["_csrf"], wanted) else {
            throw Refusal(
                .forbidden,
                "csrf",
                "This page was open for too long, or the request did not come from it. Load it again."
            )
        }
    }
}
