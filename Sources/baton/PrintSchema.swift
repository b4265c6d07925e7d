import ArgumentParser
import LeadStore

/// The `schema` subcommand.
struct PrintSchema: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Print the tables of a workspace as SQL."
    )

    func run() throws {
        Terminal.line(try SchemaCatalog().text)
    }
}
