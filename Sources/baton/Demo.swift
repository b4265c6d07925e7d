import ArgumentParser
import LeadApp
import LeadCore
import LeadFixtures

/// The `demo` subcommand.
struct Demo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Serve a workspace full of believable leads, with a user for each role.",
        discussion: """
            The demo world is two years in the life of an invented company that makes 3D scanners. It is filled in once, when \
            the folder is empty; the same seed tells the same story. All people and companies in it are made up.
            """
    )

    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup var server: ServerOptions
    @OptionGroup var mail: MailOptions

    @Option(help: "Another number tells another story.")
    var seed: UInt64 = 1

    @Option(help: "How many leads to tell of.")
    var leads = 1500

    @Flag(help: "Fill the workspace and stop.")
    var noServe = false

    @Flag(help: "Print the demo users as JSON and stop.")
    var printUsers = false

    func validate() throws {
        guard (1...200_000).contains(leads) else { throw ValidationError("--leads takes a number from 1 to 200000.") }
    }

    func run() async throws {
        if printUsers { return Terminal.line(try DemoUsers.json()) }
        let config = try await workspace.load(server.flags.merging(mail.flags) { $1 })
        try await fillOnce(config)
        Terminal.line(DemoUsers.table)
        guard !noServe else { return }
        let app = try await Workspace.open(config)
        try await Serving(config: config, app: app) { address in
            Terminal.line("Baton serves the demo world on \(address)")
        }.run()
    }

    private func fillOnce(_ config: Config) async throws {
        let app = try await Workspace.open(config)
        switch try await app.fetch(ReadDemoMark(), as: .system) {
        case .filled: return
        case .unfinished: Terminal.fail("The demo in \(config.data) was broken off. Delete the folder and start again.")
        case nil: break
        }
        guard try await app.fetch(PeopleCount(), as: .system) == 0 else {
            Terminal.fail("Somebody works in \(config.data). Choose another folder for the demo with --data.")
        }
        try await fill(config)
    }

    private func fill(_ config: Config) async throws {
        let started = ContinuousClock.now
        let world = DemoWorld(seed: seed, leads: leads, end: App.systemClock())
        try await world.fill(config.place)
        let seconds = (ContinuousClock.now - started) / .seconds(1)
        Terminal.line("Two years of leads were filled in, in \((seconds * 10).rounded() / 10) s.")
    }
}
