import ArgumentParser

/// The `config` subcommand.
struct ShowConfig: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "config",
        abstract: "Print what is in force and where each value came from.",
        discussion: "Flags win over the environment, the environment over the file. Secrets are masked."
    )

    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup var server: ServerOptions
    @OptionGroup var mail: MailOptions

    func run() async throws {
        let config = try await workspace.load(server.flags.merging(mail.flags) { $1 })
        let rows = config.printed.map { [$0.setting.rawValue, shown($0), $0.origin.name(of: $0.setting)] }
        Terminal.line(TextTable(header: ["setting", "value", "from"], rows: rows).text)
    }

    private func shown(_ printed: Config.Printed) -> String {
        guard let value = printed.value else { return "–" }
        return printed.setting.isSecret ? "••••••" : value
    }
}
