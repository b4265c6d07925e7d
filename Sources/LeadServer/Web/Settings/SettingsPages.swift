import Hummingbird
import LeadApp
import LeadCore
import LeadStore

struct SettingsPages: RouteSet {
    let site: Site

    func add(to routes: RouterGroup<Visit>) {
        routes.get("/settings") { _, visit in
            let cards = SettingsPlace.open(to: try visit.user.role).map { place in
                SettingsCard(label: place.label, href: place.path, icon: place.icon, sentence: place.sentence)
            }
            return try site.page(SettingsView(page: site.frame("Settings", visit), cards: cards))
        }
    }
}

extension Site {
    /// The tabs above a settings page, for those who may open it.
    func tabs(_ place: SettingsPlace, _ visit: Visit) throws -> [TabView] {
        if let permission = place.permission { try visit.actor.require(permission) }
        return TabView.settings(place, for: try visit.user.role)
    }

    /// A page of settings that is one form.
    func settingsForm(
        _ place: SettingsPlace,
        _ title: String,
        _ form: FormView,
        acts: [SettingsAct] = [],
        _ visit: Visit
    ) throws -> SettingsFormView {
        SettingsFormView(
            page: frame(title, visit),
            tabs: try tabs(place, visit),
            title: title,
            back: LinkView(label: place.label, href: place.path),
            form: form,
            acts: acts
        )
    }

    /// Does what a form asks for; what its fields can mend shows the form again, with the reasons.
    func answer(
        _ form: FormView,
        on page: (FormView) throws -> any Page,
        by act: () async throws -> Response
    ) async throws -> Response {
        do {
            return try await act()
        } catch let refusal as Refusal where refusal.belongsOnForm {
            return try self.page(page(form.refused(by: refusal)), status: .unprocessableContent)
        }
    }
}
