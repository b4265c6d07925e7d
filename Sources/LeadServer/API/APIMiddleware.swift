import HTTPTypes
import Hummingbird
import LeadApp
import LeadCore
import LeadStore

/// Finds out who calls the API: by bearer token, or by the session of a page, which then proves with its CSRF token that it is one.
struct APIMiddleware: RouterMiddleware {
    let site: Site

    func handle(_ request: Request, context: Visit, next: Next) async throws -> Response {
        var visit = context
        if let text = request.headers[.authorization] {
            let parts = text.split(separator: " ", maxSplits: 1)
            guard parts.count == 2, parts[0].lowercased() == "bearer",
                let credential = try await site.credentials.holder(ofToken: String(parts[1]))
            else { throw Refusal(.unauthenticated, "token_not_valid", "This token is not valid, or no longer.") }
            visit.credential = credential
        } else {
            visit = try await site.identified(visit, by: request)
            if ![.get, .head].contains(request.method), let csrf = visit.credential?.csrf {
                guard let given = request.headers[.csrfToken], Secret.equal(given, csrf) else {
                    throw Refusal(.forbidden, "csrf", "A session may call the API only with its page's X-CSRF-Token.")
                }
            }
        }
        _ = try visit.user
        return try await next(request, visit)
    }
}
