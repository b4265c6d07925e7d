import ArgumentParser
import LeadApp
import LeadCore
import LeadStore

/// The `export` subcommand.
struct Export: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write all leads, opportunities, the ledger or its texts to standard output.",
        discussion: """
            Times are RFC 3339 in UTC, amounts have the decimals of their currency. What looks like a formula gets an \
            apostrophe in CSV. The ledger holds no personal data; leads do, and so may texts, the words that people typed \
            and the ledger names by id.
            """
    )

    @Argument(help: ArgumentHelp("leads, opportunities, ledger or texts.", valueName: "what"))
    var subject: ExportSubject

    @Option(help: "csv or ndjson (one JSON object a line).")
    var format = ExportFormat.csv

    @OptionGroup var workspace: WorkspaceOptions

    func run() async throws {
        let app = try await Workspace.openExisting(try await workspace.load())
        let output = BufferedOutput()
        _ = try await app.fetch(ExportTable(subject, as: format) { try output.write($0) }, as: .system)
        try output.flush()
    }
}

extension ExportSubject: ExpressibleByArgument {}
extension ExportFormat: ExpressibleByArgument {}
