import Foundation
import LeadApp
import LeadCore
import LeadFixtures
import LeadServer
import LeadStore
import Logging
import Synchronization

/// A whole Baton on a free port with a workspace of its own, for as long as a test runs.
struct TestSite: Sendable {
    let app: App
    let client: TestClient
    let administrator: User.ID
    let clock: TestClock

    static let password = "correct horse battery"

    static func run(
        requestsPerMinute: Int = 6000,
        patience: Patience = Patience(),
        mostConnections: Int? = nil,
        isSetUp: Bool = true,
        _ body: @Sendable (TestSite) async throws -> Void
    ) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "baton-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let path = folder.appending(path: "baton.sqlite").path
        defer {
            try? FileManager.default.removeItem(at: folder)
            TestEngine.remove(path)
        }
        let clock = TestClock()
        let app = try await App.open(TestEngine.place(path), clock: { clock.now })
        let administrator: User.ID = isSetUp ? try await setUp(app) : 0
        let (ports, started) = AsyncStream.makeStream(of: Int.self)
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        var configuration = ServerConfiguration(
            port: 0,
            vendorAssets: folder.path,
            imports: folder.path,
            trustProxy: true,
            requestsPerMinute: requestsPerMinute
        )
        configuration.patience = patience
        configuration.mostConnections = mostConnections
        let server = Server(
            app: app,
            configuration: configuration,
            logger: logger
        ) { port in started.yield(port) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                defer { started.finish() }
                try await server.run()
            }
            var port: Int?
            for await started in ports {
                port = started
                break
            }
            guard let port else { return try await group.waitForAll() }
            try await body(
                TestSite(app: app, client: TestClient(port: port), administrator: administrator, clock: clock)
            )
            group.cancelAll()
        }
    }

    private static func setUp(_ app: App) async throws -> User.ID {
        let command = try await CreateFirstAdministrator.checked(
            link: nil,
            name: "Ada Admin",
            email: "ada@example.com",
            password: password
        )
        return try await app.perform(command, as: .system).user
    }

    /// Somebody of a role with a password, and an API token of theirs.
    func person(_ role: Role, _ name: String? = nil) async throws -> (user: User.ID, token: String) {
        let name = name ?? role.label
        let email = "\(name.lowercased().replacing(" ", with: "."))@example.com"
        let user = try await app.perform(
            CreateUser(try NewPerson(name: name, email: email, role: role), passwordHash: "none"),
            as: .system
        ).user
        return (user, try await token(for: user))
    }

    func token(for user: User.ID) async throws -> String {
        let secret = CreateToken.secret()
        try await app.perform(CreateToken(for: user, name: "test", secret), as: .system)
        return secret.text
    }

    var administratorToken: String {
        get async throws { try await token(for: administrator) }
    }
}

/// A clock that stands until a test moves it.
final class TestClock: Sendable {
    private let time = Mutex(Instant(milliseconds: 1_763_373_600_000))

    var now: Instant { time.withLock { $0 } }

    func advance(_ span: Span) {
        time.withLock { $0 = $0 + span }
    }
}
