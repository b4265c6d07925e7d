import LeadApp
import LeadCore
import LeadStore
import Testing

@Suite("Signals become leads")
struct SignalTests {
    private let marketing = Workplace.actor(Workplace.mia)

    @Test("B9: clicks and downloads of an account's people are kept as signals until together they are a lead")
    func recognized() async throws {
        let workplace = try await Workplace()
        let click = try await workplace.signal(.click, by: "grace", campaign: nil)
        #expect(click.outcome == .contactOnly)
        workplace.advance(.days(2))
        #expect(try await workplace.signal(.download, by: "ada").outcome == .contactOnly)
        workplace.advance(.days(2))
        let last = try await workplace.signal(.click, by: "ada")
        #expect(last.outcome == .newLead)

        let detail = try await workplace.detail(try #require(last.lead))
        #expect(detail.lead.responses == 3)
        #expect(Set(detail.people.map(\.contact.name)) == ["grace Navy", "ada Navy"])
        let told = detail.events.compactMap { event -> LeadEvent.Recognized? in
            if case .recognized(let recognized) = event.event { recognized } else { nil }
        }
        #expect(told.map(\.points) == [100])
        #expect(told.first?.responses.count == 3)
        #expect(try await workplace.app.fetch(SignalList(), as: marketing).places.isEmpty)
        #expect(try await workplace.check().holds)
    }

    @Test(
        "A5: a quote, a demo, a visit or an attended event is a lead at once",
        arguments: [
            Intent.quote, .demo, .visit, .callBack, .eventAttendance,
        ]
    )
    func actionable(intent: Intent) async throws {
        let workplace = try await Workplace()
        #expect(try await workplace.signal(intent, by: "grace").outcome == .newLead)
    }

    @Test("A9: who only wants a brochure is served, and takes no seller's time")
    func brochure() async throws {
        let workplace = try await Workplace()
        let asked = try await workplace.signal(.brochure, by: "grace")
        #expect(asked.outcome == .contactOnly)
        let waiting = try #require(try await workplace.app.fetch(SignalList(), as: marketing).places.first)
        #expect(waiting.unserved.map(\.contactName) == ["grace Navy"])

        let contact = try #require(asked.contact)
        try await workplace.app.perform(
            LogTouches(contacts: [contact], productClass: "General", kind: .brochure),
            as: marketing
        )
        let served = try #require(try await workplace.app.fetch(SignalList(), as: marketing).places.first)
        #expect(served.unserved.isEmpty)
        #expect(served.book.recognition.points == 20 + 5)
        for user in [Workplace.ann, Workplace.ben] {
            let today = try await workplace.app.fetch(Today(), as: Workplace.actor(user))
            #expect(today.new.isEmpty && today.overdue.isEmpty && today.dueToday.isEmpty)
        }
    }

    @Test("B9: our own activity can be what makes enough signals a lead")
    func touched() async throws {
        let workplace = try await Workplace()
        _ = try await workplace.signal(.click, by: "grace")
        _ = try await workplace.signal(.click, by: "ada")
        _ = try await workplace.signal(.click, by: "joan")
        let emails = ["grace@navy.example", "ada@navy.example", "nobody@elsewhere.example"]
        let outcome = try await workplace.app.perform(
            LogTouches(emails: emails, productClass: "General", kind: .invitation),
            as: marketing
        )
        #expect(outcome.logged == 2)
        #expect(outcome.unknown == ["nobody@elsewhere.example"])
        let detail = try await workplace.detail(try #require(outcome.leads.first))
        #expect(detail.lead.responses == 3)
        #expect(detail.people.count == 3)
        #expect(try await workplace.check().holds)
    }

    @Test("B9: a person may make a lead of signals before they are enough, without a response more")
    func byHand() async throws {
        let workplace = try await Workplace()
        _ = try await workplace.signal(.click, by: "grace")
        let place = try #require(try await workplace.app.fetch(SignalList(), as: marketing).places.first).book.place
        let command = RecognizeLead(account: place.account, productClass: place.productClass)
        let captured = try await workplace.app.perform(command, as: marketing)
        #expect(captured.outcome == .newLead)
        #expect(try await workplace.detail(try #require(captured.lead)).lead.responses == 1)
        let refusal = await #expect(throws: Refusal.self) {
            try await workplace.app.perform(command, as: marketing)
        }
        #expect(refusal?.code == "no_signals")
        #expect(try await workplace.check().holds)
    }

    @Test("B8, B9: a signal about another product class does not count, and one of an open lead joins it")
    func classes() async throws {
        let workplace = try await Workplace()
        try await workplace.app.perform(
            SaveProductClass(name: "Pumps", defaultValue: nil),
            as: .system
        )
        _ = try await workplace.signal(.download, by: "grace", productClass: "Pumps")
        _ = try await workplace.signal(.download, by: "grace")
        let last = try await workplace.signal(.click, by: "ada")
        #expect(last.outcome == .contactOnly)
        let lead = try await workplace.signal(.quote, by: "ada")
        #expect(lead.outcome == .newLead)
        let joined = try await workplace.signal(.click, by: "joan")
        #expect(joined.outcome == .joined)
        #expect(joined.lead == lead.lead)
        #expect(try await workplace.app.fetch(SignalList(), as: marketing).places.map(\.book.rows.count) == [1])
    }

    @Test("A4: sellers cannot look into or act on signals")
    func permission() async throws {
        let workplace = try await Workplace()
        await #expect(throws: Refusal.self) {
            try await workplace.app.fetch(SignalList(), as: Workplace.actor(Workplace.ann))
        }
    }
}

extension Workplace {
    /// Somebody of one company does something; the outcome of the capture.
    fileprivate func signal(
        _ intent: Intent,
        by person: String,
        productClass: String? = nil,
        campaign: String? = nil
    ) async throws -> Captured {
        try await capture {
            $0.name = "\(person) Navy"
            $0.email = "\(person)@navy.example"
            $0.company = "Navy"
            $0.intent = intent
            $0.productClass = productClass
        }
    }
}
