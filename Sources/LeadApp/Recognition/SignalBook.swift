package import LeadCore
package import LeadStore

/// What the signals of an account in a product class amount to now, with what is needed to make a lead of them.
package struct SignalBook: Sendable {
    package let place: SignalPlace
    package let rows: [SignalRow]
    package let recognition: Recognition

    init(_ place: SignalPlace, _ snapshot: borrowing Snapshot, _ policy: Policy, now: Instant) throws {
        let start = now - policy.recognition.window
        self.place = place
        rows = try snapshot.signals(at: place, since: start)
        recognition = Recognition(
            signals: rows.map(\.signal),
            touches: try snapshot.touches(at: place, since: start),
            policy: policy.recognition,
            now: now
        )
    }

    /// The signal that counted most, the first of several: it says who asks.
    package var leading: SignalRow? {
        let best = recognition.evidence.max { ($0.points, $1.signal.at) < ($1.points, $0.signal.at) }
        return rows.first { $0.signal.response == best?.signal.response } ?? rows.first
    }
}

extension Intake {
    /// A new lead answers what the account's people did before, and holds them all.
    func claim(
        _ earlier: [SignalRow],
        _ book: SignalBook,
        for act: inout LeadAct,
        _ person: Identification.Person
    ) throws {
        act.recognize(
            book.recognition,
            claiming: earlier.map { .init(response: $0.signal.response, campaign: $0.campaign) }
        )
        for contact in Set(earlier.map(\.signal.contact)).subtracting([person.contact]).sorted() {
            try act.link(contact, as: .responder)
        }
    }

    func attach(
        _ earlier: [SignalRow],
        to lead: Lead.ID,
        _ person: Identification.Person,
        _ tx: borrowing Transaction
    ) throws {
        for row in earlier { try tx.attach(row.signal.response, to: lead) }
        for contact in Set(earlier.map(\.signal.contact)).subtracting([person.contact]).sorted() {
            guard let known = try tx.read.contact(contact) else { continue }
            try tx.index(lead, [known.name, known.email, known.phone].compactMap { $0 }.joined(separator: " "))
        }
    }
}

extension DecidedSubmission {
    /// A response that is no lead yet: the person is kept, and what they did counts.
    init(signal submission: Submission.ID, _ book: SignalBook, contact: Contact.ID) {
        self.init(
            id: submission,
            outcome: .contactOnly,
            code: "signal",
            sentence: "Kept as a signal: \(book.recognition.points) of \(book.recognition.threshold) points.",
            contact: contact
        )
    }
}
