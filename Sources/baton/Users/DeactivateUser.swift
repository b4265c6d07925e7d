import ArgumentParser
import LeadApp
import LeadCore
import LeadStore

/// The `user deactivate` subcommand.
struct DeactivateUser: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "deactivate",
        abstract: "Let somebody leave: no sign-in any more, and what they hold goes to a successor."
    )

    @Argument(help: ArgumentHelp("Who leaves.", valueName: "e-mail"))
    var email: String

    @Option(help: ArgumentHelp("Who takes over leads, deals and duties.", valueName: "e-mail"))
    var successor: String?

    @OptionGroup var workspace: WorkspaceOptions

    func run() async throws {
        let app = try await Workspace.openExisting(try await workspace.load())
        let leaver = try await app.user(withEmail: email)
        var command = UpdateUser(user: leaver.id)
        command.active = false
        if let successor { command.successor = try await app.user(withEmail: successor).id }
        try await app.perform(command, as: .system)
        Terminal.line("\(leaver.name) has left.")
    }
}
