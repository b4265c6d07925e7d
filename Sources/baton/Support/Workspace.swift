import Foundation
import LeadApp

/// The folder with everything that belongs to one company.
enum Workspace {
    /// Opens the workspace that the settings name, and makes it when it is new.
    static func open(_ config: Config) async throws -> App {
        do {
            try FileManager.default.createDirectory(atPath: config.data, withIntermediateDirectories: true)
        } catch {
            Terminal.fail("The folder \(config.data) cannot be made: \(error.localizedDescription)")
        }
        return try await App.open(sqlite: config.databasePath)
    }

    /// Opens a workspace that must be there already: commands that look or correct do not make one by mistake.
    static func openExisting(_ config: Config) async throws -> App {
        guard FileManager.default.fileExists(atPath: config.databasePath) else {
            Terminal.fail("There is no workspace in \(config.data). Name its folder with --data.")
        }
        return try await App.open(sqlite: config.databasePath)
    }
}
