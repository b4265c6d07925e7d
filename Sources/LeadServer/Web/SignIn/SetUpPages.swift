import Hummingbird
import LeadApp
import LeadCore

/// The links that let somebody in once: the first start's, which makes the administrator, and those with which people set a
/// password.
struct SetUpPages: RouteSet {
    let site: Site

    func add(to routes: RouterGroup<Visit>) {
        routes.get("/setup/:token") { _, visit in
            let (token, user) = try await link(visit)
            return try page(token, user, visit)
        }
        routes.post("/setup/:token") { _, visit in
            let (token, user) = try await link(visit)
            do {
                let user = try await letIn(Secret(text: token), user, visit.form)
                return Response.signedIn(try await site.signIn.open(for: user), site, to: "/today")
            } catch let refusal as Refusal where refusal.kind == .invalid {
                return try page(token, user, visit, errors: FormErrors(refusal))
            }
        }
    }

    /// The token in the address, and whose password it sets; nobody's for the first start's link.
    private func link(_ visit: Visit) async throws -> (token: String, user: User.ID?) {
        let token = try visit.parameters.require("token")
        return (token, try await site.app.fetch(SetupLinkPurpose(of: Secret(text: token)), as: .system))
    }

    private func letIn(_ link: Secret, _ user: User.ID?, _ form: SubmittedForm) async throws -> User.ID {
        if let user {
            let command = try await SetPassword.with(link: link, of: user, password: form["password"])
            try await site.app.perform(command, as: .system)
            return user
        }
        let command = try await CreateFirstAdministrator.checked(
            link: link,
            name: form["name"],
            email: form["email"],
            password: form["password"],
            place: try HomePlace(form)
        )
        return try await site.app.perform(command, as: .system).user
    }

    private func page(_ token: String, _ user: User.ID?, _ visit: Visit, errors: FormErrors? = nil) throws -> Response {
        let status: HTTPResponse.Status = errors == nil ? .ok : .unprocessableContent
        if user != nil {
            let form = FormView.newPassword(token: token, errors: errors)
            return try site.page(NewPasswordView(page: site.frame("New password", visit), form: form), status: status)
        }
        let form = FormView.setUp(token: token, typed: visit.form, errors: errors)
        return try site.page(SetUpView(page: site.frame("Set up", visit), form: form), status: status)
    }
}

extension HomePlace {
    /// What the form says; nil when it says nothing of it, and the workspace stays as it is.
    fileprivate init?(_ form: SubmittedForm) throws {
        let names = ["region", "zone", "currency"]
        guard form.fields.contains(where: { names.contains($0.name) }) else { return nil }
        try self.init(region: form["region"], zone: form["zone"], currency: form["currency"])
    }
}
