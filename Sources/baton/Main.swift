import ArgumentParser
import LeadCore

/// The command line of Baton.
///
/// Each subcommand is in a file of its own.
@main
struct Baton: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "baton",
        abstract: "Leads from first touch to closed sale, none dropped.",
        discussion: """
            Every command that works on a workspace takes --data FOLDER. Settings come from flags, then from the environment \
            (BATON_PORT), then from a file (baton.json); `baton config` shows what is in force.
            """,
        version: Version.text,
        subcommands: [
            Serve.self, Demo.self, ImportCommand.self, Export.self, Report.self, Check.self, UserCommand.self,
            ShowConfig.self, DrawProcess.self, Move.self, Backup.self, Restore.self, PrintSchema.self,
            MailCommand.self,
        ]
    )

    /// Runs what was asked for.
    ///
    /// A refusal is one line on standard error and exit code 1; wrong usage is 64.
    static func main() async {
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch let refusal as Refusal {
            Terminal.fail(refusal.line)
        } catch {
            exit(withError: error)
        }
    }
}

/// What `baton --version` prints.
enum Version {
    static let text = "0.1.0"
}
