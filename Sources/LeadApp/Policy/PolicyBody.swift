package import LeadCore

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
    /// The standard one when nil.
    package var recognition: RecognitionPolicy?
    /// How likely leads become sales; the standard ones when nil.
    package var chances: Chances?
    /// Calendars besides the workspace's that teams and people may work by; none when absent.
    package var calendars: [CalendarPolicy]?
    /// The standard ones when absent.
    package var serviceLevels: ServiceLevels?
    /// The standard one when absent.
    package var unreachable: UnreachableRule?
    /// For how many days a merge or a conversion can be undone; 14 when missing.
    package var undoDays: Int?
    /// Scripts, reasons for skipping, and how long acts can be taken back; the standard ones when absent.
    package var calls: CallPolicy?
    /// What is assumed about waiting; the standard when absent.
    package var waiting: WaitingPolicy?
    /// Which pool gets which lead; everything goes to the default pool when missing.
    package var assignment: AssignmentRules?

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
        region: "DE",
        chances: .standard
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
            region: region,
            recognition: recognition ?? .standard,
            chances: chances ?? .standard,
            calendars: try Self.calendars(calendars ?? []),
            serviceLevels: serviceLevels ?? .standard,
            unreachable: unreachable ?? .standard,
            undoWindow: .days(Int64(undoDays ?? 14)),
            calls: calls ?? .standard,
            waiting: waiting ?? .standard,
            assignment: assignment ?? AssignmentRules()
        )
    }

    private static func calendars(_ bodies: [CalendarPolicy]) throws -> [String: WorkingCalendar] {
        let calendars = try bodies.map { ($0.name, try WorkingCalendar($0, zone: try ZoneLoader.load($0.zone))) }
        return Dictionary(calendars) { first, _ in first }
    }

    /// With what is meant where nothing is said.
    var complete: PolicyBody {
        var body = self
        body.calendars = calendars ?? []
        body.serviceLevels = serviceLevels ?? .standard
        body.unreachable = unreachable ?? .standard
        body.calls = calls ?? .standard
        body.waiting = waiting ?? .standard
        body.assignment = assignment ?? AssignmentRules()
        return body
    }
}
