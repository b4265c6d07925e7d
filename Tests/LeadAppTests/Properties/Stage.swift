import Foundation
import LeadApp
import LeadCore
import LeadFixtures
import LeadStore
import Synchronization

/// A workspace of its own on which deeds are played, with eight people of all roles and a clock that the deeds move.
final class Stage: Sendable {
    struct FormFacts: Sendable {
        var id: Form.ID
        var source: String
        var campaign: String?
    }

    /// A command that was carried out under a key, to be sent again later.
    struct Kept: Sendable {
        var name: String
        var answer: String
        var send: @Sendable (App) async throws -> String
    }

    private struct State: Sendable {
        var app: App
        var kept: [(kept: Kept, at: Instant)] = []
        var log: [String] = []
        var sent = 0
        var refusals: [String: Int] = [:]
        var commands: Set<String> = []
    }

    let directory: URL
    let time: TestTime
    let books = Books()
    let policies = Policies()
    let forms: [FormFacts]
    private let state: Mutex<State>

    let administrator = Actor(user: 1, role: .administrator)
    static let people: [(User.ID, Role)] = [
        (1, .administrator), (2, .manager), (3, .marketing), (4, .insideSales), (5, .insideSales), (6, .fieldSales),
        (7, .fieldSales), (8, .partner),
    ]

    init() async throws {
        directory = FileManager.default.temporaryDirectory.appending(path: "baton-stage-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        time = TestTime(Workplace.start)
        let app = try await Self.open(directory, time)
        state = Mutex(State(app: app))
        forms = try await app.database.write(as: .system) { tx in try Self.furnish(tx) }
    }

    deinit {
        try? FileManager.default.removeItem(at: directory)
        TestEngine.remove(directory.appending(path: "baton.sqlite").path)
    }

    var app: App { state.withLock { $0.app } }

    private static func open(_ directory: URL, _ time: TestTime) async throws -> App {
        let path = directory.appending(path: "baton.sqlite").path
        return try await App.open(TestEngine.place(path), durability: .off, clock: { time.now })
    }

    /// The process ends and begins anew: whatever lived in memory only is gone.
    func restart() async throws {
        let app = try await Self.open(directory, time)
        state.withLock { $0.app = app }
    }

    private static func furnish(_ tx: borrowing Transaction) throws -> [FormFacts] {
        for (id, role) in people {
            let record = UserRecord(
                id: id,
                email: "u\(id.low)@baton.example",
                name: "Person \(id.low)",
                role: role,
                passwordHash: nil,
                active: true
            )
            try tx.save(record)
        }
        let inside = [Pool.Member(user: 4, available: true), Pool.Member(user: 5, available: true)]
        let sales = [Pool.Member(user: 6, available: true), Pool.Member(user: 7, available: true)]
        try tx.insert(Pool(id: 20, strategy: .rotation, dutyHolder: 2, members: inside, turn: 0), name: "Inside")
        try tx.insert(Pool(id: 21, strategy: .queue, dutyHolder: 2, members: sales, turn: 0), name: "Field")
        try tx.set("default_pool", to: Pool.ID(20).description)
        try tx.insertProductClass(tx.newID(), name: "Service", defaultValue: Money(minor: 100_00, currency: "EUR"))
        for name in Town.campaigns { try tx.save(CampaignRecord(id: tx.newID(), name: name)) }
        return try forms(tx)
    }

    private static func forms(_ tx: borrowing Transaction) throws -> [FormFacts] {
        try [nil, Town.campaigns[0]].enumerated().map { number, campaign in
            guard let source = try tx.read.source(named: "Web form") else { throw Idle() }
            let record = FormRecord(
                id: tx.newID(),
                key: "form\(number)",
                name: "Form \(number)",
                source: source,
                campaign: try campaign.flatMap { try tx.read.campaign(named: $0) },
                productClass: nil,
                redirectURL: nil,
                hosts: [],
                active: true
            )
            try tx.save(record)
            return FormFacts(id: record.id, source: "Web form", campaign: campaign)
        }
    }

    func read<T: Sendable>(_ body: @escaping @Sendable (borrowing Snapshot) throws -> T) async throws -> T {
        try await app.database.read(body)
    }
}

extension Stage {
    /// Sends a command to the door; a fault, or a refusal that says too little, is a violation.
    func send<C: Command>(_ command: C, as actor: Actor, key: String?) async throws -> Result<C.Outcome, Refusal> {
        state.withLock { $0.sent += 1 }
        do {
            let outcome = try await app.perform(command, as: actor, key: key)
            state.withLock { _ = $0.commands.insert(C.name) }
            log(C.name, actor, "done")
            return .success(outcome)
        } catch let refusal as Refusal {
            log(C.name, actor, refusal.code)
            state.withLock { $0.refusals["\(C.name) \(refusal.code)", default: 0] += 1 }
            if let flaw = refusal.flaw { throw Violation("Refusals are plain", "\(C.name): \(flaw)") }
            return .failure(refusal)
        } catch {
            throw Violation("No faults", "\(C.name): \(error)")
        }
    }

    private func log(_ command: String, _ actor: Actor, _ result: String) {
        let who = actor.user.map { "person \($0.low)" } ?? "the system"
        state.withLock { $0.log.append("\(command) by \(who): \(result)") }
    }

    func keep(_ kept: Kept) {
        state.withLock { $0.kept.append((kept, time.now)) }
    }

    /// What may still be sent again: a key is remembered for seven days.
    var kept: [Kept] {
        let oldest = time.now - .days(7)
        return state.withLock { state in state.kept.filter { $0.at >= oldest }.map(\.kept) }
    }
    var sent: Int { state.withLock { $0.sent } }
    /// The commands that were carried out at least once.
    var commands: Set<String> { state.withLock { $0.commands } }
    var refusals: [String: Int] { state.withLock { $0.refusals } }

    /// What was done since this was asked last, line by line.
    func takeLog() -> [String] {
        state.withLock { state in
            defer { state.log = [] }
            return state.log
        }
    }
}

/// Something that must hold and does not.
struct Violation: Error, CustomStringConvertible {
    var invariant: String
    var detail: String

    init(_ invariant: String, _ detail: String) {
        self.invariant = invariant
        self.detail = detail
    }

    var description: String { "\(invariant): \(detail)" }
}
