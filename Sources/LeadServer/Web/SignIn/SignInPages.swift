import Hummingbird
import LeadApp
import LeadCore

/// Signing in and out, and how a person likes to see the pages.
struct SignInPages: RouteSet {
    let site: Site

    func add(to routes: RouterGroup<Visit>) {
        routes.get("/") { _, _ in Response.redirect(to: "/today") }
        routes.get("/sign-in") { request, visit in
            let next = Link.local(request.uri.queryParameters["next"].map(String.init), otherwise: "/today")
            if visit.credential != nil { return Response.redirect(to: next) }
            return try page(.signIn(next: next), visit)
        }
        routes.post("/sign-in") { request, visit in try await signIn(request, visit) }
        routes.post("/sign-out") { request, visit in
            if let session = request.cookies[SessionCookie.name]?.value {
                try await site.app.perform(SignOut(of: Secret(text: session)), as: .system)
            }
            var response = Response.redirect(to: "/sign-in")
            response.setCookie(SessionCookie.gone)
            return response
        }
        routes.post("/theme") { request, visit in
            let theme = ["light", "dark"].contains(visit.form["theme"]) ? visit.form["theme"] : "auto"
            var response = Response.redirect(to: Link.local(Link.path(ofReferrer: request), otherwise: "/today"))
            response.setCookie(
                Cookie(name: "theme", value: theme, maxAge: 31_536_000, path: "/", httpOnly: false, sameSite: .lax)
            )
            return response
        }
    }

    private func signIn(_ request: Request, _ visit: Visit) async throws -> Response {
        let form = visit.form
        let next = Link.local(form.text("next"), otherwise: "/today")
        do {
            let session = try await site.signIn(
                email: form["email"],
                password: form["password"],
                address: visit.address
            )
            return .signedIn(session, site, to: next)
        } catch let limited as RateLimited {
            let form = FormView.signIn(email: form["email"], next: next, refusal: limited.refusal.sentence)
            var response = try page(form, visit, status: .tooManyRequests)
            response.headers[.retryAfter] = "\(limited.seconds)"
            return response
        } catch let refusal as Refusal {
            let form = FormView.signIn(email: form["email"], next: next, refusal: refusal.sentence)
            return try page(form, visit, status: .unprocessableContent)
        }
    }

    private func page(_ form: FormView, _ visit: Visit, status: HTTPResponse.Status = .ok) throws -> Response {
        try site.page(
            SignInView(page: site.frame("Sign in", visit), form: form, workspace: site.configuration.workspace),
            status: status
        )
    }
}

extension Response {
    /// Sends somebody on who has just proved who they are.
    static func signedIn(_ session: SignIn.Session, _ site: Site, to path: String) -> Response {
        var response = Response.redirect(to: path)
        response.setCookie(SessionCookie.cookie(session.secret, secure: site.configuration.cookieSecure))
        return response
    }
}
