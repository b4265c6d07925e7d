import ArgumentParser
import Foundation
import LeadApp
import LeadCore
import LeadStore

/// The `import` subcommand.
struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Bring a CSV file into the workspace.",
        discussion: """
            Without a mapping file the columns are recognised by their names. A file that was broken off goes on with \
            --resume, also inside a running server. Ends with exit code 1 when rows were refused; --refused keeps them in a \
            file with the reasons.
            """
    )

    @OptionGroup var workspace: WorkspaceOptions

    @Argument(help: "The file; comma, semicolon, tab or bar between the columns, UTF-8, UTF-16 or Windows-1252.")
    var file: String?

    @Option(help: ArgumentHelp("How the file is to be read, as JSON.", valueName: "file"))
    var mapping: String?

    @Option(help: ArgumentHelp("What the rows are: \(ImportKind.words).", valueName: "kind"))
    var kind: ImportKind?

    @Option(help: ArgumentHelp("The source of rows that name none.", valueName: "name"))
    var source: String?

    @Option(help: ArgumentHelp("The system whose ids the file holds.", valueName: "name"))
    var system: String?

    @Flag(help: "Make sources, campaigns, product classes and people that are named and not there yet.")
    var createMissing = false

    @Flag(help: "Say what would happen and change nothing.")
    var dryRun = false

    @Flag(name: .shortAndLong, help: "Do not ask.")
    var yes = false

    @Option(help: ArgumentHelp("Write refused rows with their reasons there.", valueName: "file"))
    var refused: String?

    @Flag(help: "Go on with imports and undos that were broken off.")
    var resume = false

    @Flag(help: "Show the imports so far.")
    var list = false

    @Option(help: ArgumentHelp("Take an import back, as far as nobody has built on it.", valueName: "id"))
    var undo: String?

    func validate() throws {
        let ways = [file != nil, resume, list, undo != nil].filter { $0 }.count
        guard ways == 1 else { throw ValidationError("Name a file, or say --resume, --list or --undo.") }
    }

    func run() async throws {
        let config = try await workspace.load()
        let app = try await Workspace.openExisting(config)
        let session = ImportSession(importer: Importer(app: app, folder: config.importsPath))
        if list {
            try await session.list()
        } else if let undo {
            try await session.undo(undo)
        } else if resume {
            try await session.resume()
        } else if let file {
            try await bring(file, session)
        }
    }

    private func bring(_ file: String, _ session: ImportSession) async throws {
        guard FileManager.default.isReadableFile(atPath: file) else {
            Terminal.fail("The file \(file) cannot be read.")
        }
        let draft = try await session.draft(file, try chosenMapping())
        if dryRun {
            let refusals = try await session.dryRun(draft)
            throw ExitCode(refusals == 0 ? 0 : 1)
        }
        guard yes || !Terminal.isInteractive || Terminal.agrees("Import \(draft.rowsTotal.grouped) rows?") else {
            try await session.discard(draft)
            throw ExitCode(1)
        }
        let record = try await session.run(draft)
        if let refused { try await session.writeRefused(record, to: refused) }
        throw ExitCode(record.tally[.refused] == 0 ? 0 : 1)
    }

    private func chosenMapping() throws -> ImportMapping {
        var chosen = ImportMapping()
        if let mapping {
            guard let json = FileManager.default.contents(atPath: mapping) else {
                Terminal.fail("The mapping \(mapping) cannot be read.")
            }
            chosen = try ImportMapping(json: Array(json))
        } else if let file {
            chosen.name = URL(filePath: file).lastPathComponent
        }
        if let kind { chosen.kind = kind }
        if let source { chosen.constants[.source] = source }
        if let system { chosen.system = system }
        if createMissing { chosen.createMissing = true }
        return chosen
    }
}

extension ImportKind: ExpressibleByArgument {
    fileprivate static let words = allCases.map(\.rawValue).joined(separator: ", ")
}
