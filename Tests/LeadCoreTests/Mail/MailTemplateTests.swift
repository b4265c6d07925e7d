import LeadCore
import Testing

@Suite("Templates of mail")
struct MailTemplateTests {
    private static func template(
        _ id: UInt64,
        _ scope: MailTemplate.Scope = .init(),
        language: String = "en",
        subject: String = "Hi",
        text: String = "Hello {{contact.firstName|there}}",
        html: String? = nil,
        purpose: MailPurpose = .answer
    ) -> MailTemplate {
        MailTemplate(
            id: .init(high: 0, low: id),
            version: 1,
            purpose: purpose,
            name: "T",
            language: language,
            scope: scope,
            subject: subject,
            text: text,
            html: html
        )
    }

    @Test("D1: the most particular template wins, then the reader's language, then the oldest")
    func best() {
        let campaign = Self.template(4, .init(campaign: 7))
        let productClass = Self.template(3, .init(productClass: 5))
        let german = Self.template(2, language: "de")
        let plain = Self.template(1)
        let all = [plain, german, productClass, campaign]
        let occasion = MailTemplate.Scope(source: 1, campaign: 7, productClass: 5, intent: .quote)
        #expect(all.best(for: .answer, occasion, language: nil) == campaign)
        #expect(all.best(for: .answer, .init(productClass: 5), language: "de") == productClass)
        #expect(all.best(for: .answer, .init(productClass: 6), language: "de") == german)
        #expect(all.best(for: .answer, .init(productClass: 6), language: nil) == plain)
        #expect(all.best(for: .brochure, occasion, language: nil) == nil)
    }

    @Test("D1: what is not known is refused where it stands")
    func check() {
        let wrong = Self.template(
            1,
            subject: "{{nothing}}",
            text: "{{contact.name}} {{owner.name",
            html: "{{link}}"
        )
        let refusal = #expect(throws: Refusal.self) { try wrong.check() }
        #expect(refusal?.issues.map(\.pointer) == ["/subject", "/text", "/html"])
        #expect(throws: Refusal.self) { try Self.template(1, text: "{{owner.name}}", purpose: .brochure).check() }
        #expect(throws: Refusal.self) { try Self.template(1, subject: " ").check() }
        #expect(throws: Refusal.self) { try Self.template(1, purpose: .notice).check() }
        #expect(throws: Never.self) { try Self.template(1).check() }
    }

    @Test("D1: names put in are harmless in HTML, and what is missing has its other words")
    func filled() {
        let template = Self.template(1, subject: "For {{account.name|you}}", html: "<b>{{contact.firstName}}</b>")
        let words = template.filled([.contactFirstName: "<script>\"&'"])
        #expect(words.subject == "For you")
        #expect(words.text == "Hello <script>\"&'")
        #expect(words.html == "<b>&lt;script&gt;&quot;&amp;&#39;</b>")
        #expect(template.filled([.contactFirstName: "{{owner.name}}"]).text == "Hello {{owner.name}}")
    }

    @Test("D1: what a server says decides whether a mail is tried again, and for how long")
    func retry() {
        #expect(MailRetry.state(after: .init(code: 250, text: ""), attempts: 1) == .sent)
        #expect(MailRetry.state(after: .init(code: 451, text: ""), attempts: 1) == .deferred)
        #expect(MailRetry.state(after: .init(code: 0, text: ""), attempts: 1) == .deferred)
        #expect(MailRetry.state(after: .init(code: 550, text: ""), attempts: 1) == .failed)
        #expect(MailRetry.state(after: .init(code: 535, text: "", isAboutUs: true), attempts: 1) == .deferred)
        #expect(MailRetry.state(after: .init(code: 451, text: ""), attempts: 9) == .failed)
        let waits = (1...8).compactMap(MailRetry.wait)
        #expect(waits.count == 8 && waits == waits.sorted() && waits.last == .hours(24))
    }

    @Test("I7: the daily mail comes at its time on working days alone")
    func digest() throws {
        let calendar = try WorkingCalendar(.officeHours(), zone: .utc)
        // Friday 2026-06-19 10:00 UTC: today's half past eight is over, and Saturday is free.
        let friday = Instant(milliseconds: 1_781_863_200_000)
        let next = calendar.zone.local(calendar.nextDigest(after: friday, atMinute: 510))
        #expect("\(next.date)" == "2026-06-22")
        #expect(next.hour == 8 && next.minute == 30)
        #expect("\(calendar.zone.local(calendar.nextDigest(after: friday, atMinute: 660)).date)" == "2026-06-19")
    }
}
