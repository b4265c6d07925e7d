package import LeadCore
package import LeadStore

/// Verifies DESIGN section 4 on the live workspace, and says what it counted.
package struct CheckInvariants: Query {
    /// It reads all of the workspace, and names what it finds.
    package static let permission: Permission? = .administer

    package init() {}

    /// One invariant: how many things were looked at, and which of them violate it (the first hundred).
    package struct Finding: Codable, Sendable {
        package var invariant: String
        package var says: String
        package var checked: Int
        package var violations: [String]

        package var holds: Bool { violations.isEmpty }
    }

    package struct Answer: Codable, Sendable {
        package var findings: [Finding]
        package var books: [SourceBooks]
        package var at: Instant

        package var holds: Bool { findings.allSatisfy(\.holds) }
    }

    package func answer(_ snapshot: borrowing Snapshot, _ desk: Desk, now: Instant) throws -> Answer {
        let books = try snapshot.books()
        let census = try snapshot.census()
        let folds = try Folds(snapshot)
        let findings = [
            try custody(snapshot, census), try stays(snapshot, census, folds), try responses(snapshot, census),
            try balance(snapshot, books),
            fold(folds), try reasons(snapshot, census), try idempotence(snapshot, census),
        ]
        return Answer(findings: findings, books: books, at: now)
    }

    private func custody(_ snapshot: borrowing Snapshot, _ census: Census) throws -> Finding {
        Finding(
            invariant: "Custody",
            says: "Every open lead has an owner, a next step and a running clock.",
            checked: census.openLeads,
            violations: try snapshot.openLeadsWithoutCustody().map { "lead \($0)" }
        )
    }

    private func stays(_ snapshot: borrowing Snapshot, _ census: Census, _ folds: Folds) throws -> Finding {
        let torn = try snapshot.tornStays().map { subject, dimension in
            "\(dimension.rawValue) of \(Lead.ID(bytes: subject)?.description ?? "?")"
        }
        return Finding(
            invariant: "Stays tile",
            says: "The stays of each lead cover its life with no gap or overlap, and are those that its ledger tells.",
            checked: census.stays,
            violations: torn + (try snapshot.leadsWithoutStay().map { "lead \($0)" }) + folds.stays
        )
    }

    private func responses(_ snapshot: borrowing Snapshot, _ census: Census) throws -> Finding {
        Finding(
            invariant: "Responses are stable",
            says: "Each response is counted once, and each lead's count is true.",
            checked: census.responses,
            violations: try snapshot.leadsWithWrongResponses().map { "lead \($0)" }
        )
    }

    private func balance(_ snapshot: borrowing Snapshot, _ books: [SourceBooks]) throws -> Finding {
        let unbalanced = books.filter { !$0.balances }.map { "source \($0.source)" }
        return Finding(
            invariant: "Books balance",
            says: "What came in equals new + joined + contact only + rejected + quarantined + pending.",
            checked: books.reduce(0) { $0 + $1.received },
            violations: unbalanced + (try snapshot.leadsWithoutSubmission().map { "lead \($0) without its arrival" })
                + (try snapshot.submissionsWithoutLead().map { "arrival \($0) without its lead" })
        )
    }

    private func fold(_ folds: Folds) -> Finding {
        Finding(
            invariant: "Fold",
            says: "The ledger, folded, gives the recorded state of every lead and opportunity.",
            checked: folds.checked,
            violations: folds.states
        )
    }

    private func reasons(_ snapshot: borrowing Snapshot, _ census: Census) throws -> Finding {
        let without = try snapshot.eventsWithoutPolicy()
        return Finding(
            invariant: "One decision, one reason",
            says: "Every event names a policy version that can be looked up.",
            checked: census.events,
            violations: without == 0 ? [] : ["\(without) events name a policy that is gone"]
        )
    }

    private func idempotence(_ snapshot: borrowing Snapshot, _ census: Census) throws -> Finding {
        Finding(
            invariant: "Idempotent",
            says: "No clock fired twice, and no arrival counts twice.",
            checked: census.clocks,
            violations: try snapshot.clocksFiredTwice().map { "clock \($0)" }
        )
    }
}
