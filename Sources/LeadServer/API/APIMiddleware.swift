import HTTPTypes
import Hummingbird
import LeadApp
import LeadCore
import LeadStore

/// Finds out who calls the API, and not too often: by bearer token, or by the session of a page, which then proves with its CSRF
/// token that it is one.
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
        return try await limited(request, visit, next)
    }

    /// Whoever it is, however many tokens and sessions they have: those are free to make.
    ///
    /// Every answer says what is left of the minute, also one that refuses.
    private func limited(_ request: Request, _ visit: Visit, _ next: Next) async throws -> Response {
        guard let (isAllowed, allowance) = site.rateLimiter.take(try visit.user.id.bytes) else {
            return try await next(request, visit)
        }
        var response: Response
        do {
            guard isAllowed else {
                let sentence = "More than \(allowance.limit) requests in a minute. Wait, and send batches instead."
                throw RateLimited(Refusal(.overLimit, "too_fast", sentence), wait: allowance.wait)
            }
            response = try await next(request, visit)
        } catch {
            response = try await FaultMiddleware(site: site).answer(error, request, visit)
        }
        for field in allowance.headers { response.headers[field.name] = field.value }
        return response
    }
}
