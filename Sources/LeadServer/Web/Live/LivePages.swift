import HTTPTypes
import Hummingbird
import LeadApp
import LeadCore
import NIOCore
import ServiceLifecycle
import Synchronization

/// `/live`: server-sent events that say that something happened; what it was, the page asks for itself.
struct LivePages: RouteSet {
    let site: Site

    func add(to routes: RouterGroup<Visit>) {
        routes.get("/live") { _, visit in
            let news = LedgerNews(app: site.app, pulse: site.pulse, actor: try visit.actor)
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
/// A look at the ledger's end twice a second, shared by all who watch, costs less than remembering who watches what, and misses
/// nothing that another process wrote.
private struct LedgerNews: AsyncSequence, Sendable {
    let app: App
    let pulse: LedgerPulse
    let actor: Actor

    private static let pause = Duration.milliseconds(500)
    private static let looksPerSign = 40

    func makeAsyncIterator() -> Iterator { Iterator(app: app, pulse: pulse, actor: actor) }

    struct Iterator: AsyncIteratorProtocol {
        let app: App
        let pulse: LedgerPulse
        let actor: Actor
        private var seen: Int64?
        private var unread = 0

        init(app: App, pulse: LedgerPulse, actor: Actor) {
            self.app = app
            self.pulse = pulse
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
                let end = try await pulse.end(app)
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

/// The ledger's end as of a moment ago: however many pages are open, it is read a few times a second.
final class LedgerPulse: Sendable {
    private let last = Mutex<(end: Int64, at: ContinuousClock.Instant)?>(nil)
    private static let life = Duration.milliseconds(100)

    func end(_ app: App) async throws -> Int64 {
        if let last = last.withLock({ $0 }), ContinuousClock.now - last.at < Self.life { return last.end }
        let end = try await app.fetch(LedgerEnd(), as: .system)
        last.withLock { $0 = (end, .now) }
        return end
    }
}
