import Hummingbird
import LeadApp
import LeadCore

/// `/unsubscribe/{token}`: opening it asks, posting does it, as mail programs do by themselves (RFC 8058).
struct UnsubscribePages: RouteSet {
    let site: Site

    func add(to routes: RouterGroup<Visit>) {
        routes.get("/unsubscribe/:token") { _, visit in
            let view = UnsubscribeView(action: "/unsubscribe/\(try visit.parameters.require("token"))")
            return try site.part(UnsubscribeView.template, view)
        }
        routes.post("/unsubscribe/:token") { _, visit in
            try await site.app.perform(Unsubscribe(token: try visit.parameters.require("token")), as: .system)
            let view = PartnerEndView(title: "No more mail", sentence: "We will not send you mail any more.")
            return try site.part(PartnerEndView.template, view)
        }
    }
}

struct UnsubscribeView: StandalonePage {
    static let template = "shares/unsubscribe"
    var name = "No more mail"
    var action: String
}
