import Hummingbird
import LeadApp
import LeadCore
import LeadStore

struct TokenPages: RouteSet {
    let site: Site

    func add(to routes: RouterGroup<Visit>) {
        routes.get("/settings/tokens") { _, visit in
            let tabs = try site.tabs(.tokens, visit)
            let tokens = try await site.app.fetch(TokenList(), as: visit.actor)
            let time = try await site.time(for: visit.actor)
            return try site.page(TokensView(tokens, time, tabs: tabs, frame: site.frame("API tokens", visit)))
        }
        routes.get("/settings/tokens/new") { _, visit in
            try site.page(site.settingsForm(.tokens, "New API token", .token(name: "", scope: .capture), visit))
        }
        routes.post("/settings/tokens") { request, visit in
            let scope = TokenScope(rawValue: visit.form["scope"]) ?? .capture
            return try await site.answer(.token(name: visit.form["name"], scope: scope)) { form in
                try site.settingsForm(.tokens, "New API token", form, visit)
            } by: {
                let secret = CreateToken.secret()
                let create = CreateToken(for: try visit.user.id, name: visit.form["name"], scope: scope, secret)
                try await site.app.perform(create, as: visit.actor)
                return try show(secret, scope, request, visit)
            }
        }
        routes.get("/settings/tokens/:id/revocation") { _, visit in
            let id: Identifier<TokenRecord> = try visit.id()
            let tokens = try await site.app.fetch(TokenList(), as: visit.actor)
            guard let token = tokens.first(where: { $0.id == id }) else { throw Refusal.notFound("token") }
            return try site.page(site.settingsForm(.tokens, "Revoke \(token.name)", .revocation(token), visit))
        }
        routes.post("/settings/tokens/:id/revocation") { _, visit in
            try await site.app.perform(RevokeToken(token: visit.id()), as: visit.actor)
            return Response.redirect(to: "/settings/tokens", flash: FlashView(message: "The token is revoked."))
        }
    }

    private func show(_ secret: Secret, _ scope: TokenScope, _ request: Request, _ visit: Visit) throws -> Response {
        let user = try visit.user
        let leads = site.address("/v1/leads", request)
        let view = SecretView(
            page: site.frame("API token", visit),
            tabs: try site.tabs(.tokens, visit),
            title: "Token for \(visit.form["name"])",
            sentence:
                "A program that sends this token acts as \(user.name), \(user.role.label): \(scope.label.lowercased()).",
            label: "Token",
            secret: secret.text,
            example: scope == .read
                ? "curl \(leads) -H 'Authorization: Bearer \(secret.text)'"
                : """
                curl \(leads) \\
                  -H 'Authorization: Bearer \(secret.text)' \\
                  -H 'Content-Type: application/json' \\
                  -d '{"firstName": "Ann", "email": "ann@example.com", "source": "Web site"}'
                """,
            back: LinkView(label: "All tokens", href: "/settings/tokens")
        )
        return try site.page(view)
    }
}

extension FormView {
    fileprivate static func token(name: String, scope: TokenScope) -> FormView {
        FormView(
            id: "token",
            action: "/settings/tokens",
            fields: [
                .input("name", "What is it for?", value: name, hint: "Such as Web shop.", required: true, wide: true),
                .choice(
                    "scope",
                    "What may it do?",
                    options: [TokenScope.capture, .read, .everything].map {
                        Option(value: $0.rawValue, label: $0.label, chosen: $0 == scope)
                    }
                ),
            ],
            submit: "Make the token",
            intro: "It has your rights at most. It is shown once.",
            cancel: "/settings/tokens"
        )
    }

    fileprivate static func revocation(_ token: TokenRecord) -> FormView {
        FormView(
            id: "revocation",
            action: "/settings/tokens/\(token.id)/revocation",
            fields: [],
            submit: "Revoke",
            submitTone: "danger",
            intro: "Programs that use it are refused from now on. This cannot be taken back.",
            cancel: "/settings/tokens"
        )
    }
}

extension TokensView {
    init(_ tokens: [TokenRecord], _ time: TimeWords, tabs: [TabView], frame: PageFrame) {
        self.init(page: frame, tabs: tabs, tokens: tokens.map { TokenRow($0, time) }, isEmpty: tokens.isEmpty)
    }
}

extension TokenRow {
    fileprivate init(_ token: TokenRecord, _ time: TimeWords) {
        let isUsable = token.revokedAt == nil
        self.init(
            name: token.name,
            owner: token.userName,
            scope: token.scope.label,
            created: time.moment(token.createdAt),
            lastUsed: token.lastUsedAt.map(time.moment),
            state: isUsable
                ? StatusView(code: "active", label: "In use", tone: "won")
                : StatusView(code: "revoked", label: "Revoked", tone: "closed"),
            revocation: isUsable ? "/settings/tokens/\(token.id)/revocation" : nil
        )
    }
}
