import HTTPTypes
import Hummingbird
import LeadCore

/// Finds out who looks at a page, by their session cookie, and how they like to see it.
struct SessionMiddleware: RouterMiddleware {
    let site: Site

    func handle(
        _ request: Request,
        context: Visit,
        next: Next
    ) async throws -> Response {
        let visit = try await site.identified(context, by: request)
        var response = try await next(request, visit)
        if visit.flash != nil, response.headers[.contentType]?.hasPrefix("text/html") == true {
            response.setCookie(FlashCookie.gone)
        }
        return response
    }
}

extension Site {
    func identified(_ visit: Visit, by request: Request) async throws -> Visit {
        var visit = visit
        visit.path = request.uri.path
        visit.search = request.uri.queryParameters["q"].map(String.init) ?? ""
        let cookies = request.cookies
        if let theme = cookies["theme"]?.value, ["light", "dark"].contains(theme) { visit.theme = theme }
        visit.flash = cookies[FlashCookie.name].flatMap { FlashCookie.flash(in: $0.value) }
        if let session = cookies[SessionCookie.name]?.value {
            visit.credential = try await credentials.holder(ofSession: session)
        }
        return visit
    }
}

/// Sends visitors to the sign-in page, and from there back to where they wanted to go.
struct SignedInMiddleware: RouterMiddleware {
    func handle(
        _ request: Request,
        context: Visit,
        next: Next
    ) async throws -> Response {
        if context.credential != nil { return try await next(request, context) }
        guard request.method == .get || request.method == .head else {
            throw Refusal(.unauthenticated, "not_signed_in", "Your session has ended. Sign in and repeat.")
        }
        return .redirect(to: "/sign-in?next=\(Link.encode(request.uri.description))")
    }
}
