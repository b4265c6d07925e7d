import ArgumentParser
import LeadApp
import LeadCore
import LeadServer

/// The `process` subcommand.
struct DrawProcess: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "process",
        abstract: "Write the drawing of the lead process, as SVG, to standard output.",
        discussion: "The workspace's own in force; --standard draws the one that new workspaces start with."
    )

    @Flag(help: "The process that a new workspace starts with.")
    var standard = false

    @OptionGroup var workspace: WorkspaceOptions

    func run() async throws {
        let process = standard ? .standard : try await processInForce()
        let output = BufferedOutput()
        try output.write(ProcessPicture(process).svg)
        try output.flush()
    }

    private func processInForce() async throws -> LeadProcess {
        let app = try await Workspace.openExisting(try await workspace.load())
        return try await app.fetch(PolicyInForce(), as: .system).body.process
    }
}
