import CCurl
import LeadCore

/// One connection to the mail server, kept open between mails.
///
/// libcurl waits on its socket, so a session lives on a thread of its own and is used there alone.
struct SMTPSession: ~Copyable {
    private let handle: OpaquePointerBox
    private let settings: SMTPSettings

    init(_ settings: SMTPSettings) {
        self.settings = settings
        handle = OpaquePointerBox(curl_easy_init())
    }

    deinit {
        if let curl = handle.pointer { curl_easy_cleanup(curl) }
    }

    func send(_ mail: OutgoingMail) -> DeliveryAnswer {
        guard let curl = handle.pointer else {
            return DeliveryAnswer(code: 0, text: "libcurl could not be started", isAboutUs: true)
        }
        curl_easy_reset(curl)
        let upload = Upload(mail.bytes)
        let reply = Reply()
        let to = curl_slist_append(nil, "<\(mail.to)>")
        defer { curl_slist_free_all(to) }
        configure(curl, from: mail.from)
        _ = baton_curl_list(curl, CURLOPT_MAIL_RCPT, to)
        let result = withExtendedLifetime((upload, reply)) {
            attach(curl, upload, reply)
            return curl_easy_perform(curl)
        }
        let code = Int(baton_curl_response(curl))
        if result == CURLE_OK { return DeliveryAnswer(code: code, text: reply.text) }
        return failure(result, code, reply.refusal)
    }

    private func configure(_ curl: UnsafeMutableRawPointer, from: String) {
        let scheme = settings.implicitTLS ? "smtps" : "smtp"
        let name = from.split(separator: "@").last ?? "localhost"
        let texts: [(CURLoption, String?)] = [
            (CURLOPT_URL, "\(scheme)://\(settings.host):\(settings.port)/\(name)"), (CURLOPT_MAIL_FROM, "<\(from)>"),
            (CURLOPT_USERNAME, settings.user), (CURLOPT_PASSWORD, settings.password),
            (CURLOPT_CAINFO, settings.authorities),
        ]
        for case (let option, let text?) in texts { _ = baton_curl_text(curl, option, text) }
        let tls = settings.security == .required ? CURLUSESSL_ALL : CURLUSESSL_NONE
        let numbers: [(CURLoption, Int)] = [
            (CURLOPT_NOSIGNAL, 1), (CURLOPT_UPLOAD, 1), (CURLOPT_USE_SSL, Int(tls.rawValue)),
            (CURLOPT_CONNECTTIMEOUT_MS, Int(settings.connectTimeout.milliseconds)),
            (CURLOPT_TIMEOUT_MS, Int(settings.timeout.milliseconds)), (CURLOPT_TCP_NODELAY, 1),
        ]
        for (option, number) in numbers { _ = baton_curl_number(curl, option, number) }
    }

    private func attach(_ curl: UnsafeMutableRawPointer, _ upload: Upload, _ reply: Reply) {
        _ = baton_curl_call(curl, CURLOPT_READFUNCTION) { buffer, size, count, context in
            guard let buffer, let context else { return 0 }
            return Unmanaged<Upload>.fromOpaque(context).takeUnretainedValue().fill(buffer, size * count)
        }
        _ = baton_curl_context(curl, CURLOPT_READDATA, Unmanaged.passUnretained(upload).toOpaque())
        _ = baton_curl_call(curl, CURLOPT_HEADERFUNCTION) { buffer, size, count, context in
            if let buffer, let context {
                Unmanaged<Reply>.fromOpaque(context).takeUnretainedValue().take(buffer, size * count)
            }
            return size * count
        }
        _ = baton_curl_context(curl, CURLOPT_HEADERDATA, Unmanaged.passUnretained(reply).toOpaque())
    }

    /// Replies to how we signed in or failed to (RFC 4954), not to a mail.
    private static let aboutUs: Set<Int> = [530, 534, 535, 538]

    /// What went wrong: the server's own word about the mail counts, all else is tried again.
    private func failure(_ result: CURLcode, _ code: Int, _ text: String) -> DeliveryAnswer {
        let saidByServer = [CURLE_SEND_ERROR, CURLE_WEIRD_SERVER_REPLY, CURLE_RECV_ERROR].contains(result)
        if saidByServer, (400..<600).contains(code), !Self.aboutUs.contains(code) {
            return DeliveryAnswer(code: code, text: text)
        }
        let reason = String(cString: curl_easy_strerror(result))
        let words = (400..<600).contains(code) ? "\(reason): \(text)" : reason
        return DeliveryAnswer(code: (400..<600).contains(code) ? code : 0, text: words, isAboutUs: true)
    }

    private struct OpaquePointerBox {
        let pointer: UnsafeMutableRawPointer?

        init(_ pointer: UnsafeMutableRawPointer?) { self.pointer = pointer }
    }

    /// The mail as libcurl asks for it, part by part.
    private final class Upload {
        private let bytes: [UInt8]
        private var offset = 0

        init(_ bytes: [UInt8]) { self.bytes = bytes }

        func fill(_ buffer: UnsafeMutablePointer<CChar>, _ room: Int) -> Int {
            let count = min(room, bytes.count - offset)
            bytes.withUnsafeBytes { source in
                UnsafeMutableRawBufferPointer(start: buffer, count: count)
                    .copyMemory(from: UnsafeRawBufferPointer(rebasing: source[offset..<offset + count]))
            }
            offset += count
            return count
        }
    }

    /// The last line that the server said.
    private final class Reply {
        private(set) var text = ""
        /// The last line that refused something: what is said after it is only goodbye.
        private(set) var refusal = ""

        func take(_ buffer: UnsafeMutablePointer<CChar>, _ count: Int) {
            let line = UnsafeRawBufferPointer(start: buffer, count: count)
            text = String(decoding: line.prefix(500).filter { $0 >= 0x20 }, as: UTF8.self)
            if text.hasPrefix("4") || text.hasPrefix("5") { refusal = text }
        }
    }
}

/// A mail as the envelope and the wire have it.
struct OutgoingMail: Sendable {
    var from: String
    var to: String
    var bytes: [UInt8]
}
