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
        routes.get("/live") { request, visit in
            let (actor, session) = (try visit.actor, request.cookies[SessionCookie.name]?.value ?? "")
            let news = LedgerNews(app: site.app, pulse: site.pulse, actor: actor) { [credentials = site.credentials] in
                try await credentials.isHeld(session, by: actor)
            }
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
/// nothing that another process wrote. It ends before its next word once whoever listens has signed out, left or become
/// something else.
struct LedgerNews: AsyncSequence, Sendable {
    let app: App
    let pulse: LedgerPulse
    let actor: Actor
    let pause: Duration
    /// Whether the session is still open and still the actor's.
    let isCurrent: @Sendable () async throws -> Bool

    private static let looksPerSign = 40

    init(
        app: App,
        pulse: LedgerPulse,
        actor: Actor,
        pause: Duration = .milliseconds(500),
        isCurrent: @escaping @Sendable () async throws -> Bool
    ) {
        self.app = app
        self.pulse = pulse
        self.actor = actor
        self.pause = pause
        self.isCurrent = isCurrent
    }

    func makeAsyncIterator() -> Iterator { Iterator(self) }

    struct Iterator: AsyncIteratorProtocol {
        private let news: LedgerNews
        private var app: App { news.app }
        private var pulse: LedgerPulse { news.pulse }
        private var actor: Actor { news.actor }
        private var seen: Int64?
        private var unread = 0

        init(_ news: LedgerNews) {
            self.news = news
        }

        mutating func next() async throws -> ByteBuffer? {
            guard let before = seen else {
                seen = try await app.fetch(LedgerEnd(), as: actor)
                unread = try await app.fetch(UnreadNotices(), as: actor)
                return ByteBuffer(string: "retry: 5000\n\n")
            }
            for _ in 0..<looksPerSign {
                try await Task.sleep(for: news.pause)
                let end = try await pulse.end(app)
                guard end == before else {
                    guard try await news.isCurrent() else { return nil }
                    seen = end
                    return ByteBuffer(string: "event: ledger\ndata: \(end)\n\n" + (try await newNotices()))
                }
            }
            return try await news.isCurrent() ? ByteBuffer(string: ": here\n\n") : nil
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
