package import LeadApp
package import LeadCore
package import LeadStore

/// What tells a demo workspace from one that somebody works in.
package enum DemoMark: String, Codable, Sendable {
    /// Being filled, or broken off while it was.
    case unfinished
    case filled

    static let setting = "demo_world"
}

/// Whether a workspace is a demo; nil when it is not.
package struct ReadDemoMark: Query {
    package static let permission: Permission? = .administer

    package init() {}

    package func answer(_ snapshot: borrowing Snapshot, _ desk: Desk, now: Instant) throws -> DemoMark? {
        try snapshot.setting(DemoMark.setting).flatMap(DemoMark.init)
    }
}

struct SetDemoMark: Command {
    typealias Outcome = Done
    static let name = "set_demo_mark"
    static let permission = Permission.administer

    var mark: DemoMark

    func perform(_ tx: borrowing Transaction, _ desk: Desk) throws -> Done {
        try tx.set(DemoMark.setting, to: mark.rawValue)
        return Done()
    }
}
