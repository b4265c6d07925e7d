import HTTPTypes
import Hummingbird
import LeadApp
import LeadCore
import LeadStore

struct AccountPages: RouteSet {
    let site: Site

    func add(to routes: RouterGroup<Visit>) {
        routes.get("/account") { _, visit in try site.page(try await view(visit)) }
        routes.post("/account") { _, visit in
            do {
                let calendar = try await site.app.fetch(Choices(), as: visit.actor).policy.calendar
                let away = visit.form.text("awayUntil").flatMap { TimeField.morning(of: $0, in: calendar) }
                try await site.app.perform(UpdateMyself(name: visit.form["name"], awayUntil: away), as: visit.actor)
                return Response.redirect(to: "/account", flash: FlashView(message: "Saved"))
            } catch let refusal as Refusal where refusal.kind == .invalid {
                return try await refused(visit, by: refusal, \.profile)
            }
        }
        routes.post("/account/password") { _, visit in try await changePassword(visit) }
        routes.post("/account/assistants") { _, visit in try await appoint(visit) }
        routes.post("/account/assistants/:assistant/removal") { _, visit in
            let command = DismissAssistant(person: try visit.user.id, assistant: try visit.id("assistant"))
            try await site.app.perform(command, as: visit.actor)
            return Response.redirect(to: "/account", flash: FlashView(message: "No longer your assistant"))
        }
    }

    private func changePassword(_ visit: Visit) async throws -> Response {
        do {
            let session = try await site.signIn.change(
                try visit.user.id,
                from: visit.form["old"],
                to: visit.form["password"],
                revokingTokens: visit.form["tokens"] == "revoke",
                address: visit.address
            )
            return Response.signedIn(session, site, to: "/account")
        } catch let limited as RateLimited {
            var response = try await refused(visit, by: limited.refusal, \.password)
            response.status = .tooManyRequests
            response.headers[.retryAfter] = "\(limited.seconds)"
            return response
        } catch let refusal as Refusal where refusal.kind == .invalid {
            return try await refused(visit, by: refusal, \.password)
        }
    }

    private func appoint(_ visit: Visit) async throws -> Response {
        do {
            let calendar = try await site.app.fetch(Choices(), as: visit.actor).policy.calendar
            guard let assistant = visit.form.text("assistant").flatMap({ User.ID($0) }) else {
                throw Refusal.invalid("/assistant", "Choose somebody.")
            }
            let command = AppointAssistant(
                person: try visit.user.id,
                assistant: assistant,
                from: visit.form.text("from").flatMap { TimeField.morning(of: $0, in: calendar) },
                until: visit.form.text("until").flatMap { TimeField.morning(of: $0, in: calendar) }
            )
            try await site.app.perform(command, as: visit.actor)
            return Response.redirect(to: "/account", flash: FlashView(message: "They can work your leads now"))
        } catch let refusal as Refusal where refusal.kind == .invalid {
            return try await refused(visit, by: refusal, \.appointment)
        }
    }

    private func view(_ visit: Visit) async throws -> AccountView {
        let choices = try await site.app.fetch(Choices(), as: visit.actor)
        let standing = try await site.app.fetch(MyAssistants(), as: visit.actor)
        return AccountView(
            try visit.user,
            choices,
            standing,
            typed: visit.form,
            frame: site.frame("Your account", visit)
        )
    }

    private func refused(
        _ visit: Visit,
        by refusal: Refusal,
        _ form: WritableKeyPath<AccountView, FormView>
    ) async throws -> Response {
        var view = try await view(visit)
        view[keyPath: form] = view[keyPath: form].refused(by: refusal)
        return try site.page(view, status: .unprocessableContent)
    }
}
