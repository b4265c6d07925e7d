package import LeadCore
package import LeadStore

/// What came in and became no lead, newest first.
package struct SubmissionList: Query {
    package static let permission: Permission? = .releaseQuarantine
    private static let most = 50

    package var outcome: SubmissionOutcome
    package var before: Submission.ID?

    package init(_ outcome: SubmissionOutcome, before: Submission.ID? = nil) {
        self.outcome = outcome
        self.before = before
    }

    package struct Answer: Sendable {
        package var rows: [StoredSubmission]
        /// Where the next page begins; nil on the last one.
        package var next: Submission.ID?
    }

    package func answer(_ snapshot: borrowing Snapshot, _ desk: Desk, now: Instant) throws -> Answer {
        var rows = try snapshot.submissions(outcome, before: before, limit: Self.most + 1)
        guard rows.count > Self.most else { return Answer(rows: rows, next: nil) }
        rows.removeLast()
        return Answer(rows: rows, next: rows.last?.decided.id)
    }
}

/// One arrival as it came.
package struct SubmissionDetail: Query {
    package static let permission: Permission? = .releaseQuarantine

    package var submission: Submission.ID

    package init(submission: Submission.ID) {
        self.submission = submission
    }

    package func answer(_ snapshot: borrowing Snapshot, _ desk: Desk, now: Instant) throws -> StoredSubmission {
        guard let stored = try snapshot.submission(submission) else { throw Refusal.notFound("submission") }
        return stored
    }
}

/// Lets an arrival out of quarantine: it becomes what it would have become had it come clean.
package struct ReleaseSubmission: Command {
    package typealias Outcome = Captured
    package static let name = "release_submission"
    package static let permission = Permission.releaseQuarantine

    package var submission: Submission.ID

    package init(submission: Submission.ID) {
        self.submission = submission
    }

    package var subject: String? { "submission:\(submission)" }

    package func perform(_ tx: borrowing Transaction, _ desk: Desk) throws -> Captured {
        let stored = try tx.read.quarantined(submission)
        guard let form = stored.arrival.form else {
            throw Refusal(.conflict, "cannot_release", "Only what came through a form can be released.")
        }
        let capture = try CaptureLead(
            formBody: stored.arrival.raw,
            stored.arrival.contentType,
            of: form,
            nil,
            desk.policy,
            tx.read
        )
        if let suspicion = capture.suspicion { throw Refusal(.conflict, suspicion.code, suspicion.sentence) }
        return try capture.decide(submission, tx, desk)
    }
}

/// Says for good that an arrival in quarantine is no lead, and why.
package struct DismissSubmission: Command {
    package typealias Outcome = Done
    package static let name = "dismiss_submission"
    package static let permission = Permission.releaseQuarantine

    package var submission: Submission.ID
    package var reason: String

    package init(submission: Submission.ID, reason: String) {
        self.submission = submission
        self.reason = reason
    }

    package var subject: String? { "submission:\(submission)" }

    package func perform(_ tx: borrowing Transaction, _ desk: Desk) throws -> Done {
        let stored = try tx.read.quarantined(submission)
        try Refusal.require(reason: reason)
        try tx.decide(
            DecidedSubmission(id: submission, outcome: .rejected, code: "dismissed", sentence: reason.trimmed),
            sourceName: stored.sourceName
        )
        return Done()
    }
}

extension Snapshot {
    fileprivate func quarantined(_ id: Submission.ID) throws -> StoredSubmission {
        guard let stored = try submission(id) else { throw Refusal.notFound("submission") }
        guard stored.decided.outcome == .quarantined else {
            throw Refusal(.conflict, "not_quarantined", "This was decided already.")
        }
        return stored
    }
}
