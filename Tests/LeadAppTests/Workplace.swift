import Foundation
import LeadApp
import LeadCore
import LeadFixtures
import LeadStore
import Synchronization

/// A small workspace in a file of its own with a clock that tests set, a manager, two inside sellers in rotation and a field
/// seller.
final class Workplace: Sendable {
    let app: App
    let directory: URL
    private let time: TestTime

    static let manager: User.ID = 1
    static let ann: User.ID = 2
    static let ben: User.ID = 3
    static let fay: User.ID = 4
    static let mia: User.ID = 5
    static let pool: Pool.ID = 10

    /// Wednesday 2026-06-17 10:00 UTC.
    static let start = Instant(milliseconds: 1_781_690_400_000)

    init() async throws {
        directory = FileManager.default.temporaryDirectory.appending(path: "baton-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        let time = TestTime(Self.start)
        self.time = time
        let place = TestEngine.place(directory.appending(path: "baton.sqlite").path)
        app = try await App.open(place, clock: { time.now })
        try await app.database.write(as: .system) { tx in
            let people: [(User.ID, String, Role)] = [
                (Self.manager, "Max Manager", .manager), (Self.ann, "Ann Inside", .insideSales),
                (Self.ben, "Ben Inside", .insideSales), (Self.fay, "Fay Field", .fieldSales),
                (Self.mia, "Mia Marketing", .marketing),
            ]
            for (id, name, role) in people {
                let email = "\(name.split(separator: " ")[0].lowercased())@baton.example"
                try tx.save(
                    UserRecord(id: id, email: email, name: name, role: role, passwordHash: nil, active: true)
                )
            }
            try tx.insert(
                Pool(
                    id: Self.pool,
                    strategy: .rotation,
                    dutyHolder: Self.manager,
                    members: [.init(user: Self.ann, available: true), .init(user: Self.ben, available: true)],
                    turn: 0
                ),
                name: "Inside sales"
            )
            try tx.set("default_pool", to: Self.pool.description)
        }
    }

    deinit {
        try? FileManager.default.removeItem(at: directory)
        TestEngine.remove(directory.appending(path: "baton.sqlite").path)
    }

    var now: Instant { time.now }

    func advance(_ span: Span) {
        time.advance(span)
    }

    static func actor(_ user: User.ID) -> Actor {
        let role: Role =
            switch user {
            case manager: .manager
            case ann, ben: .insideSales
            case fay: .fieldSales
            default: .marketing
            }
        return Actor(user: user, role: role)
    }

    @discardableResult
    func capture(_ edit: (inout Inquiry) -> Void = { _ in }) async throws -> Captured {
        var inquiry = Inquiry()
        inquiry.name = "Grace Hopper"
        inquiry.email = "grace@navy.example"
        inquiry.company = "Navy Ltd"
        inquiry.source = "Web form"
        edit(&inquiry)
        let command = CaptureLead(
            raw: Array("{}".utf8),
            contentType: "application/json",
            channel: .api,
            inquiry: inquiry
        )
        return try await app.perform(command, as: .system)
    }

    /// A captured lead's id.
    func lead(_ edit: (inout Inquiry) -> Void = { _ in }) async throws -> Lead.ID {
        guard let id = try await capture(edit).lead else { throw Refusal.notFound("lead") }
        return id
    }

    func detail(_ lead: Lead.ID) async throws -> LeadDetail.Answer {
        try await app.fetch(LeadDetail(lead: lead), as: .system)
    }

    func check() async throws -> CheckInvariants.Answer {
        try await app.fetch(CheckInvariants(), as: .system)
    }
}

/// A clock that stands still until a test moves it.
final class TestTime: Sendable {
    private let instant: Mutex<Instant>

    init(_ start: Instant) {
        instant = Mutex(start)
    }

    var now: Instant { instant.withLock { $0 } }

    func advance(_ span: Span) {
        instant.withLock { $0 = $0 + span }
    }
}
