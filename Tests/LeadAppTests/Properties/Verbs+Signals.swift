import LeadApp
import LeadCore
import LeadStore

extension Verb {
    /// Interest that is no lead by itself, and what makes one of it.
    static let signalling: [Verb] = [
        Verb("signal", 7) { scene in
            var inquiry = scene.inquiry()
            inquiry.intent = scene.dice.pick([.click, .download, .eventRegistration, .brochure, .eventAttendance])
            try await scene.capture(inquiry, .api)
        },
        Verb("log_touches", 3) { scene in
            let people = (0...scene.dice.below(3)).map { _ in scene.person().email }
            let command = LogTouches(
                emails: people,
                productClass: scene.dice.pick(["General", "Service", "Nothing"]),
                campaign: scene.dice.oneIn(2) ? scene.dice.pick(Town.campaigns) : nil,
                kind: scene.dice.pick(Touch.Kind.allCases),
                at: scene.dice.oneIn(3) ? scene.stage.time.now - .days(3) : nil
            )
            guard let done = try await scene.perform(command, as: try await scene.marketer()) else { return }
            for lead in done.leads { try await scene.recordRecognition(of: lead) }
        },
        Verb("recognize", 3) { scene in
            let since = scene.stage.time.now - .days(120)
            let places = try await scene.stage.read { try $0.signals(since: since, limit: 12).map(\.place) }
            guard !places.isEmpty else { throw Idle() }
            let place = scene.dice.pick(places)
            let command = RecognizeLead(account: place.account, productClass: place.productClass)
            guard let captured = try await scene.perform(command, as: try await scene.marketer()) else { return }
            try await scene.recordRecognition(captured)
        },
    ]
}

extension Scene {
    mutating func marketer() async throws -> Actor {
        guard !dice.oneIn(5), let marketer = try await stage.actor(3) else { return try await anybody() }
        return marketer
    }

    /// The arrival by which signals became a lead comes in the books once; it is nobody's new response.
    func recordRecognition(_ captured: Captured) async throws {
        let source = try await stage.read { try $0.sourceName(of: captured.submission) }
        guard let source, books.signalSources.contains(source) else {
            throw Violation(
                "Books balance",
                "a lead was recognised from \(source ?? "nowhere"), where no signal came from"
            )
        }
        books.record(captured, source: source)
    }

    func recordRecognition(of lead: Lead.ID) async throws {
        let birth = try await stage.read { try $0.ledger(of: lead).first?.leadEvent() }
        guard case .captured(let captured)? = birth, let submission = captured.submission else {
            throw Violation("One decision, one reason", "lead \(lead) was recognised and does not say from what")
        }
        let source = try await stage.read { try $0.sourceName(of: submission) }
        books.record(recognition: submission, source: source)
    }
}
