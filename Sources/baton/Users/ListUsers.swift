import ArgumentParser
import LeadApp
import LeadCore
import LeadStore

/// The `user list` subcommand.
struct ListUsers: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "Everybody with an account.")

    @OptionGroup var workspace: WorkspaceOptions

    func run() async throws {
        let app = try await Workspace.openExisting(try await workspace.load())
        let rows = try await app.fetch(PeopleList(), as: .system).map { user in
            [user.name, user.email ?? "", user.role.label, user.active ? "" : "left"]
        }
        Terminal.line(TextTable(header: ["name", "e-mail", "role", ""], rows: rows).text)
    }
}
