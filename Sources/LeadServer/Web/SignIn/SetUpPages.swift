import Hummingbird
import LeadApp
import LeadCore

/// The first start's one-time link, and the links with which people set their first password.
struct SetUpPages: RouteSet {
    let site: Site

    func add(to routes: RouterGroup<Visit>) {
        routes.get("/setup/:token") { _, visit in
            let token = try token(visit)
            _ = try await site.app.fetch(SetupLinkIsValid(of: Secret(text: token)), as: .system)
            return try page(.setUp(token: token), visit)
        }
        routes.post("/setup/:token") { _, visit in
            let (token, form) = (try token(visit), visit.form)
            do {
                let command = try await CreateFirstAdministrator.checked(
                    link: Secret(text: token), name: form["name"], email: form["email"], password: form["password"]
                )
                let user = try await site.app.perform(command, as: .system).user
                return Response.signedIn(try await site.signIn.open(for: user), site, to: "/today")
            } catch let refusal as Refusal where refusal.kind == .invalid {
                let view = FormView.setUp(
                    token: token, name: form["name"], email: form["email"], errors: FormErrors(refusal)
                )
                return try page(view, visit, status: .unprocessableContent)
            }
        }
    }

    private func token(_ visit: Visit) throws -> String {
        try visit.parameters.require("token")
    }

    private func page(_ form: FormView, _ visit: Visit, status: HTTPResponse.Status = .ok) throws -> Response {
        try site.page(SetUpView(page: site.frame("Set up", visit), form: form), status: status)
    }
}
