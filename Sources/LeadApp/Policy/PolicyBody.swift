package import LeadCore
package import LeadStore

/// A policy as it is stored and exchanged: everything but its version, which the workspace gives.
package struct PolicyBody: Codable, Sendable {
    package var process: LeadProcess
    package var gate: Gate
    package var calendar: CalendarPolicy
    package var stages: [OpportunityStage]
    package var rejectionReasons: [String]
    package var recycleReasons: [String]
    package var declineReasons: [String]
    package var lossReasons: [String]
    /// ISO 4217 code for amounts that come without one.
    package var currency: String
    /// ISO 3166 alpha-2 region in which phone numbers without a country code are dialled.
    package var region: String

    package static let standard = PolicyBody(
        process: .standard,
        gate: .standard,
        calendar: .officeHours(),
        stages: OpportunityStage.standard,
        rejectionReasons: Policy.standardRejectionReasons,
        recycleReasons: Policy.standardRecycleReasons,
        declineReasons: Policy.standardDeclineReasons,
        lossReasons: Policy.standardLossReasons,
        currency: "EUR",
        region: "DE"
    )

    package func policy(version: Int) throws -> Policy {
        Policy(
            version: version,
            process: process,
            gate: gate,
            calendar: try WorkingCalendar(calendar, zone: try ZoneLoader.load(calendar.zone)),
            opportunityStages: stages,
            rejectionReasons: rejectionReasons,
            recycleReasons: recycleReasons,
            declineReasons: declineReasons,
            lossReasons: lossReasons,
            currency: currency,
            region: region
        )
    }
}

/// Puts a new policy in force.
package struct SetPolicy: Command {
    package typealias Outcome = Int
    package static let name = "set_policy"
    package static let permission = Permission.administer

    package var body: PolicyBody

    package init(body: PolicyBody) {
        self.body = body
    }

    package func subject(after outcome: Outcome) -> String? { "policy:\(outcome)" }

    /// - Returns: the new version.
    package func perform(_ tx: borrowing Transaction, _ desk: Desk) throws -> Int {
        let faults = body.process.faults
        guard faults.isEmpty else {
            throw Refusal(
                .invalid,
                "process_would_drop_leads",
                "This process would drop leads.",
                issues: faults.map { .init("/process", $0) }
            )
        }
        let homeless = try tx.read.statusesInUse().filter { body.process[$0] == nil }
        guard homeless.isEmpty else {
            throw Refusal(
                .conflict,
                "statuses_in_use",
                "Some leads are in statuses that the new process does not have.",
                issues: homeless.map { .init("/process/steps", "\($0.rawValue) is in use.") }
            )
        }
        let version = desk.policy.version + 1
        _ = try body.policy(version: version)
        try tx.insertPolicy(version, body: try JSON.text(body))
        return version
    }
}
