package import LeadCore

/// How many leads are in a status as it means now.
package struct StatusUse: Sendable {
    package var status: Status
    package var kind: StatusKind
    package var leads: Int
    package var open: Int
}

/// A version of the policy, without what it says.
package struct PolicyLine: Sendable {
    package var version: Int
    package var setAt: Instant
    package var setBy: User.ID?
}

extension Snapshot {
    package func statusUses() throws -> [StatusUse] {
        try all(
            """
            SELECT status, kind, COUNT(*), COUNT(*) FILTER (WHERE open) FROM leads GROUP BY status, kind
            ORDER BY status, kind
            """
        ) { row in
            StatusUse(status: try row.next(), kind: try row.next(), leads: try row.next(), open: try row.next())
        }
    }

    package func leads(in status: Status, meaning kind: StatusKind) throws -> [Lead.ID] {
        try all("SELECT id FROM leads WHERE status = \(status) AND kind = \(kind) ORDER BY id") { row in try row.next()
        }
    }

    /// The latest first.
    package func policyLines() throws -> [PolicyLine] {
        try all("SELECT version, set_at, set_by FROM policies ORDER BY version DESC") { row in
            PolicyLine(version: try row.next(), setAt: try row.next(), setBy: try row.next())
        }
    }
}
