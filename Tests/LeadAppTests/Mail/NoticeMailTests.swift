import LeadApp
import LeadCore
import LeadStore
import Testing

@Suite("Notices by mail")
struct NoticeMailTests {
    private func choose(_ bench: MailBench, _ way: NoticeWay, minute: Int = 510) async throws {
        let command = ChooseNotices(ways: [.assigned: way], minute: minute)
        try await bench.app.perform(command, as: Workplace.actor(Workplace.ann))
    }

    private func give(_ bench: MailBench, _ name: String) async throws -> Lead.ID {
        let lead = try await bench.workplace.lead {
            $0.name = name
            $0.email = "\(name.lowercased())@\(name.lowercased()).example"
            $0.company = "\(name) Ltd"
            $0.owner = "max@baton.example"
        }
        let give = AssignLead(lead: lead, to: .person(Workplace.ann), reason: "Yours")
        try await bench.app.perform(give, as: Workplace.actor(Workplace.manager))
        return lead
    }

    @Test("I7: whoever wants mail at once has it at once in working hours, with a link; others have none")
    func atOnce() async throws {
        let bench = try await MailBench()
        _ = try await give(bench, "Nobody")
        try await choose(bench, .atOnce)
        let lead = try await give(bench, "Grace")
        try await bench.round()
        #expect(bench.mailer.sent.map(\.to.mailbox) == ["ann@baton.example"])
        let mail = try #require(bench.mailer.sent.first)
        #expect(mail.subject == "A lead is yours: Grace, Grace Ltd")
        #expect(mail.text.contains("https://leads.test/leads/\(lead)"))
        #expect(mail.extra.contains { $0.name == "Auto-Submitted" && $0.value == "auto-generated" })
    }

    @Test("I7: mail at once waits for the working hours of whoever gets it")
    func workingHours() async throws {
        let bench = try await MailBench()
        try await choose(bench, .atOnce)
        bench.workplace.advance(.hours(12))
        _ = try await give(bench, "Grace")
        try await bench.round()
        #expect(bench.mailer.sent.isEmpty)
        bench.workplace.advance(.hours(12))
        try await bench.round()
        #expect(bench.mailer.sent.count == 1)
    }

    @Test("I7: the daily mail has what is unread since the last one, once, and none comes without news")
    func digest() async throws {
        let bench = try await MailBench()
        try await choose(bench, .digest)
        let first = try await give(bench, "Grace")
        bench.workplace.advance(.minutes(5))
        let second = try await give(bench, "Ada")
        try await bench.round()
        #expect(bench.mailer.sent.isEmpty)
        bench.workplace.advance(.days(1))
        try await bench.round()
        try await bench.round()
        let mail = try #require(bench.mailer.sent.first)
        #expect(bench.mailer.sent.count == 1)
        #expect(mail.subject == "2 notices from Baton")
        #expect(mail.text.contains("/leads/\(first)") && mail.text.contains("/leads/\(second)"))
        bench.workplace.advance(.days(1))
        try await bench.round()
        #expect(bench.mailer.sent.count == 1)
        _ = try await give(bench, "Third")
        try await bench.app.perform(ReadAllNotices(), as: Workplace.actor(Workplace.ann))
        bench.workplace.advance(.days(1))
        try await bench.round()
        #expect(bench.mailer.sent.count == 1)
    }

    @Test("I7: a time that is none is refused")
    func refused() async throws {
        let bench = try await MailBench()
        await #expect(throws: Refusal.self) { try await choose(bench, .digest, minute: 1440) }
    }
}
