import Foundation
import GRDB

/// Copies of a workspace that is a file, taken while it is in use.
package enum WorkspaceBackup {
    /// Writes a copy as of one moment; whoever works goes on meanwhile.
    ///
    /// - Throws: `StoreError.cannotOpen` with a sentence for whoever asked.
    package static func write(_ path: String, to copy: String) throws {
        guard WorkspaceFile(path) != nil else { throw StoreError.cannotOpen("There is no workspace at \(path).") }
        try requireFree(copy)
        let part = copy + ".part"
        try? FileManager.default.removeItem(atPath: part)
        do {
            let queue = try DatabaseQueue(path: path, configuration: patient)
            try queue.inDatabase { db in try db.execute(sql: "VACUUM INTO ?", arguments: [part]) }
            try verify(part)
            try flush(part)
            try FileManager.default.moveItem(atPath: part, toPath: copy)
        } catch {
            try? FileManager.default.removeItem(atPath: part)
            throw told(error, copy)
        }
    }

    /// Puts a copy where there is no workspace.
    package static func restore(_ copy: String, to path: String) throws {
        guard WorkspaceFile(copy) != nil else { throw StoreError.cannotOpen("There is no file \(copy).") }
        try requireFree(path)
        let part = path + ".part"
        try? FileManager.default.removeItem(atPath: part)
        do {
            try verify(copy)
            try FileManager.default.copyItem(atPath: copy, toPath: part)
            try flush(part)
            try FileManager.default.moveItem(atPath: part, toPath: path)
        } catch {
            try? FileManager.default.removeItem(atPath: part)
            throw told(error, copy)
        }
    }

    private static var patient: Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(10)
        return configuration
    }

    private static func requireFree(_ path: String) throws {
        for file in [path, path + "-wal"] where FileManager.default.fileExists(atPath: file) {
            throw StoreError.cannotOpen("\(file) is there already. Name another place, or move it away first.")
        }
    }

    /// Every page is sound, and it is a workspace.
    private static func verify(_ path: String) throws {
        var configuration = Configuration()
        configuration.readonly = true
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        try queue.inDatabase { db in
            let snapshot = Snapshot(SQLiteConnection(db))
            guard try snapshot.value("PRAGMA integrity_check") as String? == "ok" else {
                throw StoreError.cannotOpen("\(path) is damaged.")
            }
            let tables = try snapshot.value("SELECT COUNT(*) FROM sqlite_master WHERE name = 'schema_version'") as Int?
            guard tables == 1 else { throw StoreError.cannotOpen("\(path) is not a Baton workspace.") }
        }
    }

    private static func flush(_ path: String) throws {
        let file = try FileHandle(forUpdating: URL(filePath: path))
        try file.synchronize()
        try file.close()
    }

    private static func told(_ error: any Error, _ path: String) -> any Error {
        guard let error = error as? DatabaseError else { return error }
        return StoreError.cannotOpen("\(path): \(error.message ?? error.resultCode.description).")
    }
}
