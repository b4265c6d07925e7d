import Foundation
import LeadApp
import LeadCore
import LeadStore
import Testing

@Suite("Immediate answers")
struct AnswerTests {
    @Test("D1: an inquiry is answered once, with its lead's owner in it, and the timeline tells the dispatch")
    func answered() async throws {
        let bench = try await MailBench()
        let template = try await bench.template()
        let lead = try await bench.workplace.lead { $0.event = "form-1" }
        _ = try await bench.workplace.capture { $0.event = "form-1" }
        bench.workplace.advance(.seconds(2))
        #expect(try await bench.round() == 1)
        #expect(try await bench.round() == 0)
        let sent = try #require(bench.mailer.sent.first)
        let owner = try await bench.workplace.detail(lead)
        let name = owner.directory.name(owner.lead.owner)
        #expect(bench.mailer.sent.count == 1)
        #expect(sent.to.mailbox == "grace@navy.example")
        #expect(sent.subject == "Thank you, Grace")
        #expect(sent.text.hasPrefix("\(name) will call you about "))
        #expect(sent.extra.contains { $0.name == "Auto-Submitted" && $0.value == "auto-replied" })
        #expect(!sent.extra.contains { $0.name == "List-Unsubscribe" })
        let told = try await bench.workplace.detail(lead).events.compactMap { line in
            if case .mailed(let mailed) = line.event { mailed } else { nil }
        }
        #expect(told.map(\.step) == [.sent])
        #expect(told.first?.after == .seconds(2))
        #expect(told.first?.template == template)
        #expect(try await bench.workplace.check().findings.allSatisfy(\.holds))
    }

    @Test("D1: the answer is no attempt: the first-response clock runs on")
    func noAttempt() async throws {
        let bench = try await MailBench()
        try await bench.template()
        let lead = try await bench.workplace.lead()
        let before = try await bench.workplace.detail(lead).lead
        try await bench.round()
        let after = try await bench.workplace.detail(lead).lead
        #expect(after.attempts == 0)
        #expect(after.status == before.status)
        #expect(after.clocks == before.clocks)
    }

    @Test("D1: nothing goes to whoever wants no mail, to programs, to ourselves, or for what a file brought")
    func suppressed() async throws {
        let bench = try await MailBench()
        try await bench.template()
        _ = try await bench.workplace.capture { $0.doNotEmail = true }
        for address in ["mailer-daemon@far.example", "no-reply@far.example", "sales@baton.test"] {
            _ = try await bench.workplace.capture {
                $0.email = address
                $0.name = address
                $0.company = nil
            }
        }
        var inquiry = Inquiry()
        inquiry.email = "file@far.example"
        inquiry.source = "Web form"
        let file = CaptureLead(raw: [1], contentType: "text/csv", channel: .file, inquiry: inquiry)
        try await bench.app.perform(file, as: .system)
        try await bench.round()
        #expect(bench.mailer.sent.isEmpty)
        #expect(try await bench.mails().map(\.state) == [.suppressed, .suppressed, .suppressed, .suppressed])
    }

    @Test("D1: history is not answered, and one address is answered at most five times a day")
    func limits() async throws {
        let bench = try await MailBench()
        try await bench.template()
        _ = try await bench.workplace.capture { $0.occurredAt = bench.workplace.now - .days(30) }
        #expect(try await bench.mails().isEmpty)
        for number in 1...8 { _ = try await bench.workplace.capture { $0.event = "again-\(number)" } }
        #expect(try await bench.mails(.waiting).count == 5)
        #expect(try await bench.mails(.suppressed).count == 3)
    }

    @Test("D1: the most particular template is sent, and one that says no sends nothing")
    func scopes() async throws {
        let bench = try await MailBench()
        try await bench.template()
        let campaign = try await bench.app.perform(SaveCampaign(name: "Fair"), as: bench.mia).campaign
        try await bench.template {
            $0.scope.campaign = campaign
            $0.subjectLine = "From the fair"
        }
        let quiet = try await bench.template {
            $0.scope.intent = .quote
            $0.sends = false
        }
        _ = try await bench.workplace.capture { $0.campaign = "Fair" }
        _ = try await bench.workplace.capture {
            $0.email = "b@b.example"
            $0.company = "B Ltd"
            $0.name = "B"
            $0.intent = .quote
        }
        #expect(try await bench.mails().map(\.subject) == ["From the fair"])
        try await bench.app.perform(RetireMailTemplate(template: quiet), as: bench.mia)
        _ = try await bench.workplace.capture {
            $0.email = "b@b.example"
            $0.event = "once more"
            $0.intent = .quote
        }
        #expect(try await bench.mails().count == 2)
    }

    @Test("A9: a brochure goes out with its file, no lead is made, and it counts among what we did towards them")
    func brochure() async throws {
        let bench = try await MailBench()
        let bytes = (0..<10_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
        let file = try await bench.app.perform(
            AddMailFile(name: "Prospekt.pdf", mediaType: "application/pdf", bytes: bytes),
            as: bench.mia
        ).file
        try await bench.template(.brochure) { $0.files = [file] }
        let captured = try await bench.workplace.capture { $0.intent = .brochure }
        #expect(captured.lead == nil)
        try await bench.round()
        let sent = try #require(bench.mailer.sent.first)
        #expect(sent.attachments == [.init(name: "Prospekt.pdf", mediaType: "application/pdf", bytes: bytes)])
        let contact = try #require(captured.contact)
        let mails = try await bench.app.fetch(ContactMails(contact: contact), as: bench.mia)
        #expect(mails.map(\.state) == [.sent])
        let signals = try await bench.app.fetch(SignalList(), as: bench.mia)
        #expect(signals.places.count == 1 && signals.places.allSatisfy(\.unserved.isEmpty))
    }

    @Test("D1: advertising can be stopped with one click, and nothing more goes out")
    func unsubscribe() async throws {
        let bench = try await MailBench()
        try await bench.template { $0.marketing = true }
        let lead = try await bench.workplace.lead()
        try await bench.round()
        let field = try #require(bench.mailer.sent.first?.extra.first { $0.name == "List-Unsubscribe" })
        let token = String(field.value.dropLast().split(separator: "/").last ?? "")
        await #expect(throws: Refusal.self) {
            try await bench.app.perform(Unsubscribe(token: String(token.reversed())), as: .system)
        }
        try await bench.app.perform(Unsubscribe(token: token), as: .system)
        #expect(try await bench.workplace.detail(lead).people.allSatisfy(\.contact.doNotEmail))
        _ = try await bench.workplace.capture { $0.event = "again" }
        #expect(try await bench.mails().last?.state == .suppressed)
    }
}
