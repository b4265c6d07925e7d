import LeadCore
import Testing

@Suite("Reports of mail that came back")
struct DeliveryReportTests {
    /// A report that Python's email package writes.
    private static func report(_ action: String, _ status: String, original: Bool = true) async throws -> [UInt8] {
        let script = """
            import sys
            from email.mime.multipart import MIMEMultipart
            from email.mime.text import MIMEText
            from email.mime.message import MIMEMessage
            from email.message import Message
            m = MIMEMultipart("report", **{"report-type": "delivery-status"})
            m["From"] = "MAILER-DAEMON@mx.example"; m["Subject"] = "Undelivered"
            m.attach(MIMEText("It did not arrive: grüße", "plain", "utf-8"))
            top = Message(); top["Reporting-MTA"] = "dns; mx.example"
            one = Message(); one["Final-Recipient"] = "rfc822; Grace@Navy.example"; one["Action"] = "\(action)"
            one["Status"] = "\(status) (said by the server)"
            one["Diagnostic-Code"] = "smtp; 550 5.1.1 <grace@navy.example>: Recipient address rejected: User unknown in\\n relay recipient table"
            part = Message(); part["Content-Type"] = "message/delivery-status"; part.set_payload([top, one])
            m.attach(part)
            if \(original ? "True" : "False"):
                o = Message(); o["Subject"] = "Thank you"; o["Message-ID"] = "<019a@baton.example>"; o.set_payload("Hello")
                m.attach(MIMEMessage(o))
            sys.stdout.write(m.as_string())
            """
        return Array(try await Python.run(script).utf8)
    }

    @Test("D1: a report names the mail, the address, and why")
    func failed() async throws {
        let bytes = try await Self.report("failed", "5.1.1")
        let report = try #require(DeliveryReport(bytes))
        #expect(report.messageID == "019a@baton.example")
        #expect(report.isFinal)
        let recipient = try #require(report.recipients.first)
        #expect(recipient.address == "Grace@Navy.example")
        #expect(recipient.status == "5.1.1")
        #expect(recipient.code == 550)
        #expect(recipient.diagnosis?.contains("User unknown in relay recipient table") == true)
    }

    @Test("D1: a delay is no end, and a report without the mail still names the address")
    func delayed() async throws {
        let bytes = try await Self.report("delayed", "4.4.1", original: false)
        let report = try #require(DeliveryReport(bytes))
        #expect(!report.isFinal)
        #expect(report.messageID == nil)
        #expect(report.recipients.map(\.address) == ["Grace@Navy.example"])
    }

    @Test("D1: lines may end either way")
    func lineEnds() async throws {
        let text = String(decoding: try await Self.report("failed", "5.1.1"), as: UTF8.self)
        let crossed = text.replacing("\r\n", with: "\n").replacing("\n", with: "\r\n")
        #expect(DeliveryReport(Array(crossed.utf8)) == DeliveryReport(Array(text.utf8)))
    }

    @Test(
        "D1: what is no report is none, whatever it holds",
        arguments: [
            "", "Hello", "Content-Type: multipart/report; boundary=x\n\n--x\n--x--",
            "Content-Type: message/delivery-status\n\n\n\n",
        ]
    )
    func none(text: String) {
        #expect(DeliveryReport(Array(text.utf8)) == nil)
    }
}
