import Hummingbird
import LeadApp
import LeadCore
import LeadStore

/// API tokens: one's own, and everybody's for an administrator.
///
/// The secret is in the answer to the call that makes it, and nowhere else.
struct TokenAPI: RouteSet {
    let site: Site

    func add(to routes: RouterGroup<Visit>) {
        routes.get("/tokens") { request, visit in
            let tokens = try await site.app.fetch(TokenList(), as: visit.actor)
            return Response.list(tokens.map { .token($0) }, next: nil, in: request)
        }
        routes.post("/tokens") { request, visit in
            let input = Input(try await request.json())
            let secret = CreateToken.secret()
            let command = CreateToken(
                for: try input.id("user") ?? visit.user.id,
                name: try input.required("name", input.text("name", most: 200)),
                scope: input.word("scope") ?? .everything,
                secret
            )
            try input.check()
            let token = try await site.app.perform(command, as: visit.actor).token
            return Response.created(["id": .id(token), "token": .text(secret.text)], at: "/v1/tokens/\(token)")
        }
        routes.delete("/tokens/:id") { _, visit in
            try await site.app.perform(RevokeToken(token: try visit.id()), as: visit.actor)
            return Response.done
        }
    }
}

extension JSONValue {
    fileprivate static func token(_ token: TokenRecord) -> JSONValue {
        [
            "id": .id(token.id), "name": .text(token.name), "user": .text(token.userName),
            "scope": .text(token.scope.rawValue),
            "createdAt": .time(token.createdAt),
            "lastUsedAt": .time(token.lastUsedAt), "revokedAt": .time(token.revokedAt),
        ]
    }
}
