import HTTPTypes
import Hummingbird
import LeadApp
import LeadCore
import LeadStore
import NIOCore

/// Reads what a page posts and checks that it was our own page: every unsafe request of a signed-in person carries their session's
/// token, as field `_csrf` or header `X-CSRF-Token`.
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
        defer { visit.form.discardFiles() }
        if let wanted = visit.credential?.csrf {
            let given = request.headers[.csrfToken] ?? visit.form["_csrf"]
            guard Secret.equal(given, wanted) else {
                throw Refusal(
                    .forbidden,
                    "csrf",
                    "This page was open for too long, or the request did not come from it. Load it again."
                )
            }
        }
        return try await next(request, visit)
    }

    private func form(of request: Request) async throws -> SubmittedForm {
        let type = request.headers[.contentType] ?? ""
        let media = MediaType(type)
        if media == .multipart {
            return try await multipart(request.body, type)
        }
        let body = try await request.body.collect(upTo: Self.mostBytes)
        guard media.name.isEmpty || media == .form else {
            if body.readableBytes == 0 { return SubmittedForm() }
            throw HTTPError(.unsupportedMediaType)
        }
        return SubmittedForm(urlencoded: String(buffer: body))
    }

    private func multipart(_ body: RequestBody, _ type: String) async throws -> SubmittedForm {
        guard var reader = MultipartReader(contentType: type) else { throw HTTPError(.badRequest) }
        do {
            for try await chunk in body { try reader.feed(chunk.readableBytesView) }
        } catch {
            reader.discard()
            throw error
        }
        return try reader.finish()
    }
}
