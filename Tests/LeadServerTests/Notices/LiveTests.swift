import LeadApp
import LeadCore
import LeadStore
import NIOCore
import Testing

@testable import LeadServer

@Suite("The live connection")
struct LiveTests {
    private func news(_ site: TestSite, _ actor: Actor, _ session: Secret) -> LedgerNews.Iterator {
        LedgerNews(app: site.app, pulse: LedgerPulse(), actor: actor, pause: .zero) {
            [credentials = Credentials(site.app)] in
            try await credentials.isHeld(session.text, by: actor)
        }
        .makeAsyncIterator()
    }

    @Test("J6: it lives as long as the session: signed out, or in another role, it ends", arguments: [true, false])
    func ends(bySignOut: Bool) async throws {
        try await TestSite.run { site in
            let user = try await site.person(.marketing).user
            let session = try await SignIn(site.app).open(for: user)
            var news = news(site, Actor(user: user, role: .marketing), session.secret)
            #expect(try await news.next() == ByteBuffer(string: "retry: 5000\n\n"))
            #expect(try await news.next() == ByteBuffer(string: ": here\n\n"))
            _ = try await site.lead("Rosa Luxor")
            #expect(try await news.next().map { String(buffer: $0).hasPrefix("event: ledger\n") } == true)
            if bySignOut {
                try await site.app.perform(SignOut(of: session.secret), as: .system)
            } else {
                var command = UpdateUser(user: user)
                command.role = .fieldSales
                try await site.app.perform(command, as: .system)
            }
            _ = try await site.lead("Ada Byron")
            #expect(try await news.next() == nil)
        }
    }
}
