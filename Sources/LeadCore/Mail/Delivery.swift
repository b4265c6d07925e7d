/// What a mail server, or the way to it, answered when a mail was handed over.
package struct DeliveryAnswer: Hashable, Codable, Sendable {
    /// The server's last reply code, such as 250 or 550; 0 when there was none.
    package var code: Int
    /// Its words, for people.
    package var text: String
    /// The mail itself was not judged (no connection, no TLS, a wrong password), so it is tried again whatever the code.
    package var isAboutUs: Bool

    package init(code: Int, text: String, isAboutUs: Bool = false) {
        self.code = code
        self.text = text
        self.isAboutUs = isAboutUs
    }

    /// 2 taken, 4 not now, 5 never.
    package var deliveryClass: Int {
        if isAboutUs { return 4 }
        switch code {
        case 200..<300: return 2
        case 500..<600: return 5
        default: return 4
        }
    }
}

/// Where a mail is on its way.
package enum MailState: String, CaseIterable, Codable, Sendable {
    /// Not tried yet.
    case waiting
    /// A mail server has taken it.
    case sent
    /// Tried, and it will be tried again.
    case deferred
    /// It will not be tried again unless somebody says so.
    case failed
    /// Not to be sent: the person or the address takes no mail.
    case suppressed
    /// Taken, and came back later.
    case bounced

    package var label: String {
        switch self {
        case .waiting: "Waiting"
        case .sent: "Sent"
        case .deferred: "Tried, waiting"
        case .failed: "Failed"
        case .suppressed: "Not sent"
        case .bounced: "Came back"
        }
    }
}

/// When a mail is tried again (RFC 5321 section 4.5.4.1: give up after four to five days, or sooner with a word to somebody).
package enum MailRetry {
    private static let waits: [Span] = [
        .minutes(1), .minutes(5), .minutes(15), .hours(1), .hours(3), .hours(6), .hours(12), .hours(24),
    ]
    /// How long a try may take before another process may try too.
    package static let lease = Span.minutes(10)

    /// How long to wait after so many tries; nil gives up.
    package static func wait(after attempts: Int) -> Span? {
        attempts >= 1 && attempts <= waits.count ? waits[attempts - 1] : nil
    }

    /// What becomes of a mail that was tried.
    package static func state(after answer: DeliveryAnswer, attempts: Int) -> MailState {
        switch answer.deliveryClass {
        case 2: .sent
        case 5: .failed
        default: wait(after: attempts) == nil ? .failed : .deferred
        }
    }
}
