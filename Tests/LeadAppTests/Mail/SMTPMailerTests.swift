import Foundation
import LeadApp
import LeadCore
import Logging
import Testing

/// A real mail server in a process of its own, Tests/Support/smtp_sink.py; nothing of it changes once it runs.
final class SMTPSink: @unchecked Sendable {
    let folder: URL
    let port: Int
    private let process: Process

    static let python = SharedData.repository.appending(path: ".venv/bin/python")
    static var isThere: Bool {
        FileManager.default.fileExists(atPath: SharedData.repository.appending(path: ".venv/lib").path)
            && (try? FileManager.default.subpathsOfDirectory(
                atPath: SharedData.repository.appending(path: ".venv/lib").path
            )
            .contains { $0.hasSuffix("aiosmtpd/smtp.py") }) == true
    }

    /// Starts one beside the cooperative pool, and waits until it listens.
    static func start(_ options: String...) async throws -> SMTPSink {
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global().async { continuation.resume(with: Result { try SMTPSink(options) }) }
        }
    }

    private init(_ options: [String]) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "sink-\(UUID().uuidString)")
        process = Process()
        process.executableURL = Self.python
        let script = SharedData.repository.appending(path: "Tests/Support/smtp_sink.py")
        process.arguments = [script.path, folder.path] + options
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        try process.run()
        var text = ""
        while !text.hasSuffix("\n") {
            let data = pipe.fileHandleForReading.availableData
            if data.isEmpty { break }
            text += String(decoding: data, as: UTF8.self)
        }
        port = Int(text.trimmingCharacters(in: .whitespacesAndNewlines)) ?? 0
    }

    deinit {
        process.terminate()
        try? FileManager.default.removeItem(at: folder)
    }

    var mails: [Data] {
        get throws {
            try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".eml") }.sorted()
                .map { try Data(contentsOf: folder.appending(path: $0)) }
        }
    }

    func mailer(
        user: String? = nil,
        password: String? = nil,
        security: SMTPSettings.Security = .required,
        trusted: Bool = true
    ) throws -> SMTPMailer {
        let account = user.map { "\($0)@" } ?? ""
        var settings = try SMTPSettings(
            url: "smtp://\(account)127.0.0.1:\(port)",
            password: password,
            security: security,
            authorities: trusted ? folder.appending(path: "cert.pem").path : nil
        )
        settings.connections = 2
        settings.timeout = .seconds(20)
        return SMTPMailer(settings)
    }
}

@Suite("Mail through a real mail server", .enabled(if: SMTPSink.isThere))
struct SMTPMailerTests {
    private func message(_ mailbox: String, text: String = "Hello\n.\n..\nend") throws -> MailMessage {
        MailMessage(
            messageID: "\(UUID().uuidString)@baton.test",
            from: try #require(MailAddress("Baton <sales@baton.test>")),
            to: try #require(MailAddress(mailbox: mailbox)),
            date: Workplace.start,
            subject: "Grüße",
            text: text,
            attachments: [.init(name: "a.bin", mediaType: "application/pdf", bytes: (0...255).map { UInt8($0) })]
        )
    }

    @Test("D1: mail goes over STARTTLS byte for byte, many over a few connections")
    func sent() async throws {
        let sink = try await SMTPSink.start()
        let mailer = try sink.mailer()
        let messages = try (1...20).map { try message("grace\($0)@navy.example") }
        let answers = await withTaskGroup { group in
            for message in messages { group.addTask { await mailer.send(message) } }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(answers.allSatisfy { $0.deliveryClass == 2 && $0.text.contains("taken as") })
        #expect(Set(try sink.mails) == Set(messages.map { Data($0.bytes) }))
        let envelope = try String(contentsOf: sink.folder.appending(path: "000001.json"), encoding: .utf8)
        #expect(envelope.contains("\"tls\": true") && envelope.contains("\"from\": \"sales@baton.test\""))
        mailer.close()
    }

    @Test("D1: what the server says is told: never, not now, full, and a line that goes dead in the middle")
    func refused() async throws {
        let sink = try await SMTPSink.start()
        let mailer = try sink.mailer()
        let never = await mailer.send(try message("never@navy.example"))
        #expect(never.code == 550 && never.deliveryClass == 5 && never.text.contains("5.1.1 no such user"))
        let later = try message("later@navy.example")
        #expect(await mailer.send(later).code == 451)
        #expect(await mailer.send(later).deliveryClass == 2)
        let full = await mailer.send(try message("full@navy.example"))
        #expect(full.code == 552 && full.deliveryClass == 5)
        let hangup = try message("hangup@navy.example", text: String(repeating: "line\n", count: 50_000))
        #expect(await mailer.send(hangup).deliveryClass == 4)
        #expect(await mailer.send(hangup).deliveryClass == 2)
        #expect(try sink.mails.count == 2)
        mailer.close()
    }

    @Test(
        "D1: without a certificate that is trusted, without TLS, or with a wrong password nothing is sent, and it is tried again"
    )
    func guarded() async throws {
        let sink = try await SMTPSink.start("--auth", "me", "secret")
        let strange = try sink.mailer(user: "me", password: "secret", trusted: false)
        #expect(await strange.send(try message("grace@navy.example")).deliveryClass == 4)
        let wrong = try sink.mailer(user: "me", password: "wrong")
        let refused = await wrong.send(try message("grace@navy.example"))
        #expect(refused.deliveryClass == 4 && refused.isAboutUs)
        #expect(try sink.mails.isEmpty)
        let right = try sink.mailer(user: "me", password: "secret")
        #expect(await right.send(try message("grace@navy.example")).deliveryClass == 2)
        let plain = try await SMTPSink.start("--plain")
        let careful = try plain.mailer(trusted: false)
        #expect(await careful.send(try message("grace@navy.example")).deliveryClass == 4)
        #expect(try plain.mails.isEmpty)
        let open = try plain.mailer(security: .off, trusted: false)
        #expect(await open.send(try message("grace@navy.example")).deliveryClass == 2)
        for mailer in [strange, wrong, right, careful, open] { mailer.close() }
    }

    @Test("D1: a server that is not there is tried again")
    func absent() async throws {
        let mailer = SMTPMailer(try SMTPSettings(url: "smtp://127.0.0.1:1", security: .off))
        let answer = await mailer.send(try message("grace@navy.example"))
        #expect(answer.code == 0 && answer.deliveryClass == 4)
        mailer.close()
    }

    @Test("A9: from inquiry to mail server: the information pack arrives byte for byte")
    func brochure() async throws {
        let bench = try await MailBench()
        let sink = try await SMTPSink.start()
        let bytes = (0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* 131) }
        let file = try await bench.app.perform(
            AddMailFile(name: "Prospekt.pdf", mediaType: "application/pdf", bytes: bytes),
            as: bench.mia
        ).file
        try await bench.template(.brochure) { $0.files = [file] }
        #expect(try await bench.workplace.capture { $0.intent = .brochure }.lead == nil)
        let mailer = try sink.mailer()
        try await MailSender(app: bench.app, mailer: mailer, logger: .init(label: "test")).round()
        mailer.close()
        let mail = String(decoding: try #require(try sink.mails.first), as: UTF8.self)
        let encoded = mail.components(separatedBy: "\r\n\r\n").first {
            $0.hasPrefix(Data(bytes.prefix(12)).base64EncodedString())
        }
        let lines = try #require(encoded).components(separatedBy: "\r\n--")[0]
        #expect(Data(base64Encoded: lines, options: .ignoreUnknownCharacters) == Data(bytes))
    }

    @Test("D1: a mail server's address is read, and what is none is refused")
    func settings() throws {
        let settings = try SMTPSettings(url: "smtp://me@mail.example.com")
        #expect(settings.port == 587 && settings.user == "me" && !settings.implicitTLS)
        #expect(try SMTPSettings(url: "smtps://mail.example.com").port == 465)
        for url in ["", "http://x", "smtp://", "smtp://me:secret@host", "smtp://host/path"] {
            #expect(throws: Refusal.self, "\(url)") { try SMTPSettings(url: url) }
        }
    }
}
