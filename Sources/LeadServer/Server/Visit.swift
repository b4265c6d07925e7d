import Hummingbird
import LeadApp
import LeadCore
import LeadStore
import NIOCore

/// One request and who it is from.
struct Visit: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// The peer's address, or the client's behind a trusted proxy.
    var address: String
    /// Who a session or token belongs to; nil for visitors.
    var credential: Credential?
    /// What an unsafe page request carries in its body; its CSRF token was checked.
    var form = SubmittedForm()
    var path = "/"
    var search = ""
    var theme = "auto"
    var flash: FlashView?

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        address = source.channel.remoteAddress?.ipAddress ?? "local"
    }

    /// - Throws: `Refusal` of kind unauthenticated for visitors.
    var user: Colleague {
        get throws(Refusal) {
            guard let credential else {
                throw Refusal(.unauthenticated, "not_signed_in", "Sign in, or send an API token.")
            }
            return credential.user
        }
    }

    var actor: Actor {
        get throws(Refusal) {
            let user = try user
            return Actor(user: user.id, role: user.role, scope: credential?.scope ?? .everything)
        }
    }

    /// The id in the address, such as `:id`; what is no id names nothing that exists.
    func id<Entity>(_ name: String = "id", of: Entity.Type = Entity.self) throws(Refusal) -> Identifier<Entity> {
        guard let text = parameters.get(name), let id = Identifier<Entity>(text) else {
            throw Refusal.notFound("address")
        }
        return id
    }
}

/// What stands behind a middleware; Hummingbird calls it on the concurrent pool.
typealias Next = @concurrent (Request, Visit) async throws -> Response
