import Foundation
import LeadApp
import LeadCore
import LeadStore
import Logging
import Testing

@Suite("The queue of mail")
struct QueueTests {
    @Test("D1: what is not taken now is tried again after its wait, under the same Message-ID")
    func deferred() async throws {
        let bench = try await MailBench()
        try await bench.template()
        bench.mailer.answer(
            "grace@navy.example",
            .init(code: 451, text: "4.7.1 later"),
            .init(code: 0, text: "no route", isAboutUs: true)
        )
        let lead = try await bench.workplace.lead()
        #expect(try await bench.round() == 1)
        #expect(try await bench.mails().map(\.state) == [.deferred])
        #expect(try await bench.round() == 0)
        bench.workplace.advance(.minutes(1))
        #expect(try await bench.round() == 1)
        bench.workplace.advance(.minutes(4))
        #expect(try await bench.round() == 0)
        bench.workplace.advance(.minutes(1))
        #expect(try await bench.round() == 1)
        let mail = try #require(try await bench.mails().first)
        #expect(mail.state == .sent)
        #expect(mail.attempts == 3)
        #expect(Set(bench.mailer.sent.map(\.messageID)).count == 1)
        #expect(Set(bench.mailer.sent.map(\.bytes)).count == 1)
        let steps = try await bench.workplace.detail(lead).events.filter { $0.event.kind == .mailed }
        #expect(steps.count == 1)
    }

    @Test(
        "D1: what is never taken fails, its owner is told, its address gets no more, and it can be tried again by hand"
    )
    func failed() async throws {
        let bench = try await MailBench()
        try await bench.template()
        bench.mailer.answer("grace@navy.example", .init(code: 550, text: "550 5.1.1 no such user"))
        let lead = try await bench.workplace.lead()
        try await bench.round()
        let detail = try await bench.workplace.detail(lead)
        let owner = try #require(detail.lead.owner.person)
        let notices = try await bench.app.fetch(NoticeList(), as: Workplace.actor(owner)).notices
        #expect(notices.contains { $0.kind == .mailFailed && $0.lead == lead })
        _ = try await bench.workplace.capture { $0.event = "again" }
        #expect(try await bench.mails().map(\.state) == [.failed, .suppressed])
        let failed = try #require(try await bench.mails(.failed).first)
        #expect(failed.answer == "550 5.1.1 no such user")
        try await bench.app.perform(RetryMail(mail: failed.id), as: bench.mia)
        try await bench.round()
        #expect(try await bench.mails(.sent).map(\.id) == [failed.id])
        let refusal = await #expect(throws: Refusal.self) {
            try await bench.app.perform(RetryMail(mail: failed.id), as: bench.mia)
        }
        #expect(refusal?.code == "mail_over")
    }

    @Test("D1: a mail that was claimed when the process died is sent after its lease, and settled once")
    func lease() async throws {
        let bench = try await MailBench()
        try await bench.template()
        _ = try await bench.workplace.lead()
        let claimed = try await bench.app.perform(ClaimMails(), as: .system).mails
        #expect(claimed.count == 1)
        #expect(try await bench.round() == 0)
        bench.workplace.advance(MailRetry.lease)
        #expect(try await bench.round() == 1)
        let mail = try #require(claimed.first)
        let late = SettleMail(mail: mail, answer: .init(code: 550, text: "too late"))
        #expect(try await bench.app.perform(late, as: .system) == .sent)
        #expect(bench.mailer.sent.count == 1)
    }

    @Test("D1: an inquiry that is not kept leaves no mail behind")
    func atomic() async throws {
        let bench = try await MailBench()
        try await bench.template()
        _ = try await bench.app.tryOut(
            CaptureLead(raw: [], contentType: "text/plain", channel: .api, inquiry: .init()),
            as: .system
        )
        var good = Inquiry()
        good.email = "a@b.example"
        good.source = "Web form"
        let bad = RejectArrival(raw: [], contentType: "x", channel: .api, refusal: .notFound("x"))
        let capture = CaptureLead(raw: [], contentType: "x", channel: .api, inquiry: good)
        await #expect(throws: Refusal.self) {
            try await bench.app.perform(
                CaptureBatch(rows: [.capture(capture), .reject(bad)], atomic: true),
                as: .system
            )
        }
        #expect(try await bench.mails().isEmpty)
    }

    @Test("D1: what came back marks the mail and the address, and tells the owner; the same report twice does it once")
    func bounced() async throws {
        let bench = try await MailBench()
        try await bench.template()
        let lead = try await bench.workplace.lead()
        try await bench.round()
        let mail = try #require(try await bench.mails().first)
        let report = Self.report(mail.messageID, "5.1.1")
        for _ in 1...2 {
            let taken = try await bench.app.perform(TakeBounce(report: report), as: bench.mia)
            #expect(taken == TakeBounce.Outcome(mail: mail.id, state: .bounced))
        }
        let steps = try await bench.workplace.detail(lead).events.compactMap { line in
            if case .mailed(let mailed) = line.event { mailed.step } else { nil }
        }
        #expect(steps == [.sent, .bounced])
        _ = try await bench.workplace.capture { $0.event = "again" }
        #expect(try await bench.mails().last?.state == .suppressed)
        let strange = try await bench.app.perform(TakeBounce(report: Self.report("x@y", "5.1.1")), as: bench.mia)
        #expect(strange == TakeBounce.Outcome(mail: nil, state: nil))
        let refusal = await #expect(throws: Refusal.self) {
            try await bench.app.perform(TakeBounce(report: Array("Hello".utf8)), as: bench.mia)
        }
        #expect(refusal?.code == "invalid_input")
    }

    @Test("D1: reports that a mail server drops into a folder are read once")
    func folder() async throws {
        let bench = try await MailBench()
        try await bench.template()
        _ = try await bench.workplace.lead()
        try await bench.round()
        let mail = try #require(try await bench.mails().first)
        let folder = bench.workplace.directory.appending(path: "bounces")
        let new = folder.appending(path: "new")
        try FileManager.default.createDirectory(at: new, withIntermediateDirectories: true)
        try Data(Self.report(mail.messageID, "5.2.2")).write(to: new.appending(path: "1.mx"))
        try Data("Hello".utf8).write(to: new.appending(path: "2.mx"))
        let reader = BounceFolder(app: bench.app, folder: folder.path, logger: .init(label: "test"))
        #expect(try await reader.read() == 2)
        #expect(try await reader.read() == 0)
        #expect(try await bench.mails().map(\.state) == [.bounced])
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "cur").path).count == 2)
    }

    @Test("D1: without a mail server, mail lies in the outbox folder as it would have gone out")
    func outbox() async throws {
        let bench = try await MailBench()
        try await bench.template()
        _ = try await bench.workplace.lead()
        let folder = bench.workplace.directory.appending(path: "outbox")
        let mailer = OutboxMailer(folder: folder.path)
        try await MailSender(app: bench.app, mailer: mailer, logger: .init(label: "test")).round()
        let mail = try #require(try await bench.mails(.sent).first)
        let text = try String(contentsOf: folder.appending(path: "\(mail.id).eml"), encoding: .utf8)
        #expect(text.contains("Message-ID: <\(mail.messageID)>\r\n"))
        #expect(text.contains("\r\nTo: \"Grace Hopper\" <grace@navy.example>\r\n"))
    }

    private static func report(_ messageID: String, _ status: String) -> [UInt8] {
        Array(
            """
            From: MAILER-DAEMON@mx.example
            Content-Type: multipart/report; report-type=delivery-status; boundary="b1"

            --b1
            Content-Type: text/plain

            It did not arrive.
            --b1
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx.example

            Final-Recipient: rfc822; grace@navy.example
            Action: failed
            Status: \(status)
            Diagnostic-Code: smtp; 550 no

            --b1
            Content-Type: message/rfc822

            Message-ID: <\(messageID)>
            Subject: Thank you

            Hello
            --b1--
            """.utf8
        )
    }
}
