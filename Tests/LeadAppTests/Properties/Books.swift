import LeadApp
import LeadCore
import LeadStore
import Synchronization

/// The arrivals and responses that there must be, kept from what the doors answered and from nothing else.
final class Books: Sendable {
    struct Line: Hashable, Sendable, CustomStringConvertible {
        var source: String
        var outcome: SubmissionOutcome
        var description: String { "\(outcome.rawValue) from \(source)" }
    }

    /// Somebody answering at one event.
    struct Answer: Hashable, Sendable {
        var email: String
        var event: String
    }

    struct Row: Hashable, Sendable {
        var importID: Import.ID
        var number: Int
    }

    fileprivate struct Pages: Sendable {
        var arrivals: [Line: Int] = [:]
        /// The campaign of each response.
        var responses: [Answer: String] = [:]
        var known: Set<Submission.ID> = []
        var settled: Set<Submission.ID> = []
        var held: [Submission.ID: (email: String, campaign: String?)] = [:]
        var rows: [Row: (line: Line, answer: Answer)] = [:]
        /// Where arrivals came from that were kept as signals.
        var signalSources: Set<String> = []
    }

    private let pages = Mutex(Pages())

    var arrivals: [Line: Int] { pages.withLock { $0.arrivals.filter { $0.value != 0 } } }

    var responses: [String: Int] {
        pages.withLock { $0.responses.values.reduce(into: [:]) { $0[$1, default: 0] += 1 } }
    }

    func record(_ captured: Captured, source: String?) {
        pages.withLock { pages in
            guard !captured.wasKnown, pages.known.insert(captured.submission).inserted else { return }
            pages.count(captured.outcome, source)
        }
    }

    func record(_ captured: Captured, of inquiry: Inquiry) {
        pages.withLock { pages in
            guard !captured.wasKnown, pages.known.insert(captured.submission).inserted else { return }
            pages.count(captured.outcome, inquiry.source)
            // Who shall only be kept has not answered anything.
            guard inquiry.contactOnly != true else { return }
            pages.respond(captured, inquiry.email ?? "", inquiry.event, inquiry.campaign)
            if captured.outcome == .contactOnly, let source = inquiry.source { pages.signalSources.insert(source) }
        }
    }

    var signalSources: Set<String> { pages.withLock { $0.signalSources } }

    /// Signals that became a lead by what was done towards people.
    func record(recognition submission: Submission.ID, source: String?) {
        pages.withLock { pages in
            guard pages.known.insert(submission).inserted else { return }
            pages.count(.newLead, source)
        }
    }

    func record(_ captured: Captured, form: Stage.FormFacts, email: String) {
        pages.withLock { pages in
            guard pages.known.insert(captured.submission).inserted else { return }
            pages.count(captured.outcome, form.source)
            pages.held[captured.submission] = (email, form.campaign)
            pages.respond(captured, email, nil, form.campaign)
        }
    }

    /// Told as often as the same act was answered, it counts once.
    func release(_ captured: Captured, of held: Scene.Held) {
        pages.withLock { pages in
            guard captured.outcome != .quarantined, pages.settled.insert(held.id).inserted else { return }
            pages.count(.quarantined, held.source, -1)
            pages.count(captured.outcome, held.source)
            guard let (email, campaign) = pages.held[held.id] else { return }
            pages.respond(captured, email, nil, campaign)
        }
    }

    func dismiss(_ held: Scene.Held) {
        pages.withLock { pages in
            guard pages.settled.insert(held.id).inserted else { return }
            pages.count(.quarantined, held.source, -1)
            pages.count(.rejected, held.source)
        }
    }

    /// A row of an import that had an effect.
    func record(_ row: Row, _ outcome: SubmissionOutcome, source: String, email: String, campaign: String?) {
        pages.withLock { pages in
            pages.count(outcome, source)
            let answer = Answer(email: email, event: "row \(row.number) of \(row.importID)")
            pages.rows[row] = (Line(source: source, outcome: outcome), answer)
            if outcome == .newLead || outcome == .joined { pages.responses[answer] = campaign ?? "(none)" }
        }
    }

    func undo(_ row: Row) {
        pages.withLock { pages in
            guard let (line, answer) = pages.rows.removeValue(forKey: row) else { return }
            pages.count(line.outcome, line.source, -1)
            pages.count(.rejected, line.source)
            pages.responses[answer] = nil
        }
    }
}

extension Books.Pages {
    fileprivate mutating func count(_ outcome: SubmissionOutcome, _ source: String?, _ number: Int = 1) {
        arrivals[Books.Line(source: source ?? "(none)", outcome: outcome), default: 0] += number
    }

    fileprivate mutating func respond(_ captured: Captured, _ email: String, _ event: String?, _ campaign: String?) {
        guard [.newLead, .joined, .contactOnly].contains(captured.outcome) else { return }
        let answer = Books.Answer(email: email.lowercased(), event: event ?? captured.submission.description)
        if responses[answer] == nil { responses[answer] = campaign ?? "(none)" }
    }
}
