import ArgumentParser
import Foundation
import LeadApp
import LeadCore
import LeadStore

/// The `backup` subcommand.
struct Backup: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write a copy of the workspace as of one moment, while it is in use.",
        discussion: "A workspace on PostgreSQL is backed up with that server's own tools: pg_dump or a physical backup."
    )

    @Argument(help: ArgumentHelp("Where the copy goes; nothing may be there yet.", valueName: "file"))
    var file: String

    @OptionGroup var workspace: WorkspaceOptions

    func run() async throws {
        let config = try await workspace.load()
        guard let path = config.databasePath else {
            Terminal.fail("\(config.place.shown) is backed up with PostgreSQL's own tools: see docs/postgresql.md.")
        }
        try Workspace.telling(config.place) { try WorkspaceBackup.write(path, to: file) }
        Terminal.line("\(config.data) is copied to \(file).")
    }
}

/// The `restore` subcommand.
struct Restore: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Put a copy of a workspace into a folder that has none, and check it."
    )

    @Argument(help: ArgumentHelp("The copy that `baton backup` wrote.", valueName: "file"))
    var file: String

    @OptionGroup var workspace: WorkspaceOptions

    func run() async throws {
        let config = try await workspace.load()
        guard let path = config.databasePath else {
            Terminal.fail("\(config.place.shown) is restored with PostgreSQL's own tools: see docs/postgresql.md.")
        }
        try FileManager.default.createDirectory(atPath: config.data, withIntermediateDirectories: true)
        try Workspace.telling(config.place) { try WorkspaceBackup.restore(file, to: path) }
        let answer = try await Workspace.openExisting(config).fetch(CheckInvariants(), as: .system)
        let leads = "\(file) is the workspace in \(config.data) now"
        guard answer.holds else {
            Terminal.warn("\(leads), and a promise does not hold in it. See baton check.")
            throw ExitCode(2)
        }
        Terminal.line("\(leads); every promise holds.")
    }
}
