import ArgumentParser
import LeadApp
import LeadCore
import LeadStore

/// The `move` subcommand.
struct Move: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Move a whole workspace from SQLite to PostgreSQL, or back.",
        discussion: """
            Every row of every table is copied in one transaction and compared at both ends; then the promises are checked at \
            the new place. The old one stays as it is. Stop the servers first: what is written meanwhile has to wait, and \
            what is written to the old place afterwards is not moved.
            """
    )

    @Option(help: ArgumentHelp("sqlite:FILE or postgres://…", valueName: "place"))
    var from: String

    @Option(help: ArgumentHelp("sqlite:FILE or postgres://…, where there is no workspace yet.", valueName: "place"))
    var to: String

    func run() async throws {
        let (from, to) = try (Self.place(from), Self.place(to))
        let moved = try Workspace.telling(to) { try WorkspaceMove(from: from, to: to).run() }
        let rows = moved.map { [$0.table, String($0.rows), $0.hash] }
        Terminal.line(TextTable(header: ["table", "rows", "hash at both ends"], rows: rows, numeric: [1]).text)
        let answer = try await App.open(to).fetch(CheckInvariants(), as: .system)
        let broken = answer.findings.filter { !$0.holds }.map(\.invariant)
        guard broken.isEmpty else {
            Terminal.warn("It is moved, and does not hold there: \(broken.joined(separator: ", ")). See baton check.")
            throw ExitCode(2)
        }
        Terminal.line("Moved to \(to.shown); every promise holds there.")
    }

    private static func place(_ text: String) throws -> WorkspacePlace {
        do {
            return try WorkspacePlace(text)
        } catch StoreError.cannotOpen(let sentence) {
            throw ValidationError(sentence)
        }
    }
}
