import Foundation
import LeadApp
import LeadStore

/// The folder with everything that belongs to one company.
enum Workspace {
    /// Opens the workspace that the settings name, and makes it when it is new.
    static func open(_ config: Config) async throws -> App {
        do {
            try FileManager.default.createDirectory(atPath: config.data, withIntermediateDirectories: true)
        } catch {
            Terminal.fail("The folder \(config.data) cannot be made: \(error.localizedDescription)")
        }
        if let trace = WorkspaceMark(config).traceOfLost {
            Terminal.fail(
                """
                There was a workspace in \(config.data), and its database \(config.place.shown) is gone. \
                Put it back, or delete \(trace) to begin anew.
                """
            )
        }
        let app = try await database(config)
        WorkspaceMark(config).leave()
        return app
    }

    /// Opens a workspace that must be there already: commands that look or correct do not make one by mistake.
    static func openExisting(_ config: Config) async throws -> App {
        let isThere = try telling(config.place) { try config.place.exists() }
        guard isThere else {
            switch config.place {
            case .sqlite: Terminal.fail("There is no workspace in \(config.data). Name its folder with --data.")
            case .postgres: Terminal.fail("There is no workspace at \(config.place.shown).")
            }
        }
        return try await database(config)
    }

    private static func database(_ config: Config) async throws -> App {
        let database = try telling(config.place) { try config.place.open(clock: App.systemClock) }
        return try await App.open(database)
    }

    /// Tells in a sentence why a database cannot be opened, and ends the process.
    static func telling<T>(_ place: WorkspacePlace, _ open: () throws -> T) throws -> T {
        do {
            return try open()
        } catch StoreError.cannotOpen(let sentence) {
            Terminal.fail(sentence)
        } catch StoreError.newerSchema(let found, let known) {
            Terminal.fail("\(place.shown) was written by a newer Baton (schema \(found), this one knows \(known)).")
        } catch StoreError.diskFull {
            Terminal.fail("There is no room on the disk of \(place.shown).")
        }
    }
}

/// What tells a folder that had a workspace from one that never had: an empty workspace must not take the place of a lost one.
struct WorkspaceMark {
    /// Nil when the folder holds only files beside the database.
    private let database: String?
    private let mark: String

    init(_ config: Config) {
        database = config.databasePath
        mark = "\(config.data)/WORKSPACE.txt"
    }

    /// What is left of a database that is gone; nil when it is there, or never was.
    var traceOfLost: String? {
        let files = FileManager.default
        guard let database, !files.fileExists(atPath: database) else { return nil }
        return ["\(database)-wal", mark].first { files.fileExists(atPath: $0) }
    }

    /// Says to people and to the next start that there is a workspace here.
    func leave() {
        guard let database, !FileManager.default.fileExists(atPath: mark) else { return }
        let text =
            "This folder is a Baton workspace. All of it is in the file \(database.split(separator: "/").last ?? "").\n"
        try? text.write(toFile: mark, atomically: true, encoding: .utf8)
    }
}
