/// What happens to leads in call mode: keys and levels, never what was said.
extension LeadEvent {
    /// A call was held by a script; what the answers are worth stands in the events beside it.
    package struct Called: Hashable, Codable, Sendable {
        package struct Answered: Hashable, Codable, Sendable {
            package var question: String
            /// Nil where the answer was typed.
            package var answer: String?
        }

        package var script: String
        package var answers: [Answered]
    }

    /// Somebody passed over a lead that was next for them (requirement X10).
    package struct Skipped: Hashable, Codable, Sendable {
        package var id: Identifier<Skipped>
        package var reason: String
        /// When it comes back to them.
        package var until: Instant
        /// 1 to 10 among what they had to do then, 10 the most valuable tenth; nil where nobody knows what it is worth.
        package var decile: Int?
    }

    /// The last act of its author was taken back: the lead is again exactly what it was before it.
    package struct TakenBack: Hashable, Codable, Sendable {
        package enum Act: String, Codable, Sendable {
            case attempt, call, skip
        }

        package var act: Act
        /// How many lines of the ledger, those right before this one, are taken back.
        package var lines: Int
        /// The changes of status among them.
        package var moves: Int
        /// The clocks that it had started.
        package var started: [Clock.ID]
        /// The skip, when it was one.
        package var skip: Identifier<Skipped>?
        package var status: Status
        package var kind: StatusKind
        package var statusSince: Instant
        package var nextStep: NextStep?
        package var clocks: [Clock]
        package var levels: Qualification
        package var grade: Grade?
        package var attempts: Int
        package var firstAttemptAt: Instant?
        /// `AttemptEvidence` as text.
        package var tried: String
    }
}

extension Lead {
    mutating func takeBack(_ former: LeadEvent.TakenBack) {
        status = former.status
        kind = former.kind
        statusSince = former.statusSince
        nextStep = former.nextStep
        clocks = former.clocks
        qualification = former.levels
        grade = former.grade
        attempts = former.attempts
        firstAttemptAt = former.firstAttemptAt
        tried = AttemptEvidence(former.tried) ?? AttemptEvidence()
    }
}
