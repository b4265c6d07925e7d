import ArgumentParser
import LeadApp

/// The `serve` subcommand.
struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Serve the workspace: pages, API and forms.",
        discussion: """
            The first start prints a link, good for one use, that creates the administrator. Stop with Ctrl-C: requests that \
            are under way end first.
            """
    )

    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup var server: ServerOptions
    @OptionGroup var mail: MailOptions

    func run() async throws {
        let config = try await workspace.load(server.flags.merging(mail.flags) { $1 })
        let app = try await Workspace.open(config)
        let link = try await FirstStart.setupLink(app)
        try await Serving(config: config, app: app) { address in
            Terminal.line("Baton serves \(config.shownPlace) on \(address)")
            if let link { Terminal.line(FirstStart.notice(address + link)) }
        }.run()
    }
}
