import HTTPTypes
import Hummingbird
import LeadApp
import LeadCore
import NIOCore
import ServiceLifecycle

/// `/live`: server-sent events that say that something happened; what it was, the page asks for itself.
struct LivePages: RouteSet {
    let site: Site

    func add(to routes: RouterGroup<Visit>) {
        routes.get("/live") { _, visit in
            let news = LedgerNews(app: site.app, actor: try visit.actor)
            return Response(
                status: .ok,
                headers: [.contentType: "text/event-stream", .cacheControl: "no-store"],
                body: ResponseBody(asyncSequence: news.cancelOnGracefulShutdown())
            )
        }
    }
}

/// An event each time the ledger has grown, and a sign of life now and then for proxies that close what is silent.
///
/// One look at the ledger's end every other second costs less than remembering who watches what, and misses nothing that
/// another process wrote.
private struct LedgerNews: AsyncSequence, Sendable {
    let app: App
    let actor: Actor

    private static let pause = Duration.seconds(2)
    private static let looksPerSign = 10

    func makeAsyncIterator() -> Iterator { Iterator(app: app, actor: actor) }

    struct Iterator: AsyncIteratorProtocol {
        let app: App
        let actor: Actor
        private var seen: Int64?
        private var unread = 0

        init(app: App, actor: Actor) {
            self.app = app
            self.actor = actor
        }

        mutating func next() async throws -> ByteBuffer? {
            guard let before = seen else {
                seen = try await app.fetch(LedgerEnd(), as: actor)
                unread = try await app.fetch(UnreadNotices(), as: actor)
                return ByteBuffer(string: "retry: 5000\n\n")
            }
            for _ in 0..<looksPerSign {
                try await Task.sleep(for: pause)
                let end = try await app.fetch(LedgerEnd(), as: actor)
                guard end == before else {
                    seen = end
                    return ByteBuffer(string: "event: ledger\ndata: \(end)\n\n" + (try await newNotices()))
                }
            }
            return ByteBuffer(string: ": here\n\n")
        }

        /// How many notices are unread, when that has changed; they come with what they tell of.
        private mutating func newNotices() async throws -> String {
            let now = try await app.fetch(UnreadNotices(), as: actor)
            guard now != unread else { return "" }
            unread = now
            return "event: notices\ndata: \(now)\n\n"
        }
    }
}
