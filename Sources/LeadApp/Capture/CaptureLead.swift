package import LeadCore
package import LeadStore

/// Takes in one arrival: stores it raw, finds out who it is, and makes it a new lead, a response to an open one, or a contact.
///
/// It never throws away what it cannot use: an arrival that is refused is kept with its reason, and the outcome says so.
package struct CaptureLead: Command {
    package typealias Outcome = Captured
    package static let name = "capture_lead"
    package static let permission = Permission.captureLeads

    /// The arrival as text, byte for byte.
    package var raw: [UInt8]
    package var contentType: String
    package var channel: CaptureChannel
    package var inquiry: Inquiry
    /// Makes sources, campaigns, product classes and owners that are named and not there yet, as imports may be told to.
    package var createsMissing: Bool
    /// Where else the arrival belongs.
    package var form: Form.ID?
    package var importID: Import.ID?
    package var importRow: Int?
    package var dedupeKey: String?
    /// Life-cycle history that came with it (imports): status changes at their own times, oldest first.
    package var history: [HistoryStep]
    /// Set when it came in a way that is to be looked at first (honeypot, too fast, too many).
    package var suspicion: Suspicion?
    /// The person whose signals are to become a lead: known already, and nothing new that they did.
    package var recognizing: Contact.ID?
    /// False leaves the assignment rules out, so that the default pool gives it to somebody; true when nil.
    package var byRules: Bool?

    package struct HistoryStep: Codable, Hashable, Sendable {
        package var status: Status
        /// Nil when the file gives no time: then it is a fact of now.
        package var at: Instant?
        package var reason: String?
        /// For a status of kind converted: the deal that it became was won then; otherwise it is still open.
        package var won: Bool

        package init(status: Status, at: Instant?, reason: String? = nil, won: Bool = false) {
            self.status = status
            self.at = at
            self.reason = reason
            self.won = won
        }
    }

    package struct Suspicion: Codable, Hashable, Sendable {
        package var code: String
        package var sentence: String

        package init(code: String, sentence: String) {
            self.code = code
            self.sentence = sentence
        }
    }

    package init(raw: [UInt8], contentType: String, channel: CaptureChannel, inquiry: Inquiry) {
        self.raw = raw
        self.contentType = contentType
        self.channel = channel
        self.inquiry = inquiry
        createsMissing = false
        dedupeKey = inquiry.externalID.map { "id:\(inquiry.source?.lowercased() ?? ""):\($0)" }
        history = []
    }

    package func perform(_ tx: borrowing Transaction, _ desk: Desk) throws -> Captured {
        // Whoever brings a file in may say in it whose the leads are; otherwise naming another is assigning.
        if inquiry.owner?.trimmed != nil, channel != .file, try !References.namesActor(inquiry, tx) {
            try tx.actor.require(.reassignLeads)
        }
        if let known = try alreadyKnown(tx) { return known }
        let submission = try receive(tx)
        if let suspicion {
            let held = DecidedSubmission(
                id: submission,
                outcome: .quarantined,
                code: suspicion.code,
                sentence: suspicion.sentence
            )
            try tx.decide(held, sourceName: inquiry.source)
            return Captured(held, wasKnown: false)
        }
        return try decide(submission, tx, desk)
    }

    /// Keeps an arrival that cannot even be read as an inquiry, with the reason.
    func refuse(_ refusal: Refusal, _ tx: borrowing Transaction) throws -> Captured {
        if let known = try alreadyKnown(tx) { return known }
        return try reject(try receive(tx), refusal, tx)
    }

    /// What became of the same arrival when it came before.
    ///
    /// One that was rejected had no effect, so it may be tried again.
    private func alreadyKnown(_ tx: borrowing Transaction) throws -> Captured? {
        guard let dedupeKey, let earlier = try tx.read.arrival(under: dedupeKey) else { return nil }
        guard earlier.outcome == .rejected else { return Captured(earlier, wasKnown: true) }
        try tx.freeDedupeKey(of: earlier.id)
        return nil
    }

    private func receive(_ tx: borrowing Transaction) throws -> Submission.ID {
        try tx.receive(
            Arrival(
                channel: channel,
                contentType: contentType,
                raw: raw,
                dedupeKey: dedupeKey,
                form: form,
                importID: importID,
                importRow: importRow
            )
        )
    }

    private func reject(_ submission: Submission.ID, _ refusal: Refusal, _ tx: borrowing Transaction) throws -> Captured
    {
        let decided = DecidedSubmission(
            id: submission,
            outcome: channel.outcomeOfRefusal,
            code: refusal.code,
            sentence: refusal.sentence
        )
        try tx.decide(decided, sourceName: inquiry.source)
        return Captured(decided, wasKnown: false, refusal: refusal)
    }

    /// Makes of a stored submission what it is; a refusal is an outcome too.
    func decide(_ submission: Submission.ID, _ tx: borrowing Transaction, _ desk: Desk) throws -> Captured {
        let result = Result { try tx.savepoint { try Intake(inquiry, self).run(submission, tx, desk) } }
        switch result {
        case .success(let decided):
            try tx.decide(decided, sourceName: inquiry.source)
            return Captured(decided, wasKnown: false)
        case .failure(let refusal as Refusal):
            return try reject(submission, refusal, tx)
        case .failure(let fault):
            throw fault
        }
    }
}

extension CaptureChannel {
    /// Somebody who waits for an answer is told; what nobody waits for is kept for a person to look at.
    fileprivate var outcomeOfRefusal: SubmissionOutcome {
        switch self {
        case .api, .page, .file: .rejected
        case .form, .mail: .quarantined
        }
    }
}

/// What became of an arrival.
package struct Captured: Codable, Sendable {
    package var submission: Submission.ID
    package var outcome: SubmissionOutcome
    package var lead: Lead.ID?
    package var contact: Contact.ID?
    /// True when the same arrival had come before; nothing was done again.
    package var wasKnown: Bool
    /// Why it was rejected or quarantined.
    package var refusal: Refusal?
    /// The company that they wrote, where they are known at another one; nil also where that may not be told.
    package var company: StatedCompany?

    init(_ decided: DecidedSubmission, wasKnown: Bool, refusal: Refusal? = nil) {
        submission = decided.id
        outcome = decided.outcome
        lead = decided.lead
        contact = decided.contact
        company = decided.company
        self.wasKnown = wasKnown
        let isRefused = decided.outcome == .rejected || decided.outcome == .quarantined
        self.refusal =
            refusal
            ?? (isRefused
                ? Refusal(.invalid, decided.code ?? "refused", decided.sentence ?? "It was not accepted.") : nil)
    }
}
