import ArgumentParser
import LeadApp
import LeadCore
import LeadStore

/// The `user token` subcommand.
struct AddToken: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "token",
        abstract: "Make an API token that acts as somebody, and print it this once."
    )

    @Argument(help: ArgumentHelp("Whom it acts as.", valueName: "e-mail"))
    var email: String

    @Option(help: "What the token is for.")
    var name: String

    @Option(help: "What it may do of what they may.")
    var scope = TokenScope.everything

    @OptionGroup var workspace: WorkspaceOptions

    func run() async throws {
        let app = try await Workspace.openExisting(try await workspace.load())
        let user = try await app.user(withEmail: email)
        let secret = CreateToken.secret()
        try await app.perform(CreateToken(for: user.id, name: name, scope: scope, secret), as: .system)
        Terminal.line(secret.text)
    }
}

extension TokenScope: ExpressibleByArgument {}
