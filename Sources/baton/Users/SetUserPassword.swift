import ArgumentParser
import LeadApp
import LeadCore
import LeadStore

/// The `user password` subcommand.
struct SetUserPassword: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "password",
        abstract: "Set somebody's password and sign them out everywhere.",
        discussion: "Asks for the password, or reads it from standard input."
    )

    @Argument(help: ArgumentHelp("Whose.", valueName: "e-mail"))
    var email: String

    @Flag(help: "Make their API tokens worthless, too.")
    var revokeTokens = false

    @OptionGroup var workspace: WorkspaceOptions

    func run() async throws {
        let app = try await Workspace.openExisting(try await workspace.load())
        let user = try await app.user(withEmail: email)
        var command = try await SetPassword.byOperator(of: user.id, password: Terminal.password())
        command.revokesTokens = revokeTokens
        try await app.perform(command, as: .system)
        Terminal.line("\(user.name) has a new password.")
    }
}

extension App {
    /// The person with this address, whom the operator named.
    func user(withEmail email: String) async throws -> Colleague {
        let everybody = try await fetch(PeopleList(), as: .system)
        guard let user = everybody.first(where: { $0.email == email.lowercased() }) else {
            throw Refusal(.notFound, "not_found", "Nobody here has the e-mail address \(email).")
        }
        return user
    }
}
