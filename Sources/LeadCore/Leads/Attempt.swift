/// How we reached out.
package enum Channel: String, CaseIterable, Codable, Sendable {
    case phone, email, meeting, message, letter

    package var label: String {
        switch self {
        case .phone: "Call"
        case .email: "E-mail"
        case .meeting: "Meeting"
        case .message: "Message"
        case .letter: "Letter"
        }
    }
}

/// What came of an attempt.
///
/// "Could not get through" and "was too busy to try" can be told apart (requirement F6): only the former is an attempt.
package enum AttemptOutcome: String, CaseIterable, Codable, Sendable {
    case reached
    case noAnswer = "no_answer"
    case leftMessage = "left_message"
    case busy
    case wrongContact = "wrong_contact"
    case sent
    /// They answered, and asked to be called back.
    case callBack = "call_back"

    package var label: String {
        switch self {
        case .reached: "Reached"
        case .noAnswer: "No answer"
        case .leftMessage: "Left a message"
        case .busy: "Busy"
        case .wrongContact: "Wrong number or address"
        case .sent: "Sent"
        case .callBack: "Asked to be called back"
        }
    }

    package var isConversation: Bool { self == .reached }
    /// Whether it shows that somebody can be reached.
    package var getsThrough: Bool { self == .reached || self == .callBack }
}

/// An outbound activity with an outcome.
package struct Attempt: Hashable, Codable, Sendable {
    package var channel: Channel
    package var outcome: AttemptOutcome
    package var seconds: Int?
    /// When in the day it was; the act that records it says so.
    package var part: DayPart?

    package init(channel: Channel, outcome: AttemptOutcome, seconds: Int? = nil) {
        self.channel = channel
        self.outcome = outcome
        self.seconds = seconds
    }
}
