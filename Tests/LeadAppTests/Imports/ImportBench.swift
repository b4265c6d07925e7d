import Foundation
import LeadApp
import LeadCore
import LeadStore
import Testing

/// A workplace with its importer, and shortcuts that tests of imports share.
struct ImportBench {
    let workplace: Workplace
    let importer: Importer

    init() async throws {
        workplace = try await Workplace()
        importer = Importer(app: workplace.app, folder: workplace.directory.appending(path: "imports").path)
    }

    /// Writes a file and gives its path.
    func file(_ text: String, named name: String = "file.csv") throws -> String {
        let url = workplace.directory.appending(path: name)
        try Data(text.utf8).write(to: url)
        return url.path
    }

    /// A kept and started import that nobody has run yet.
    func start(_ path: String, _ mapping: ImportMapping, as actor: Actor = .system) async throws -> Import.ID {
        let name = URL(filePath: path).lastPathComponent
        let draft = try await importer.keep(path, name: name, mapping: mapping, as: actor)
        return try await importer.start(draft.id, as: actor).id
    }

    @discardableResult
    func run(_ path: String, _ mapping: ImportMapping) async throws -> ImportRecord {
        try await importer.run(try await start(path, mapping))
    }

    func rows(_ id: Import.ID, _ outcome: RowOutcome) async throws -> [ImportRowRecord] {
        try await workplace.app.database.read { snapshot in
            try snapshot.importRows(of: id, outcome, after: 0, limit: 1_000_000)
        }
    }

    func count(_ sql: SQL) async throws -> Int {
        try await workplace.app.database.read { snapshot in try snapshot.value(sql) ?? 0 }
    }

    /// The values of one text column and one number column, such as totals by name.
    func totals(_ sql: SQL) async throws -> [String: Int] {
        try await workplace.app.database.read { snapshot in
            Dictionary(
                uniqueKeysWithValues: try snapshot.all(sql) { row in (try row.next() as String, try row.next() as Int) }
            )
        }
    }
}

/// The data that lies beside the repository, and our own mapping files for it.
enum SharedData {
    static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
    static let folder = repository.deletingLastPathComponent().appending(path: "shared/data")

    static var isHere: Bool { FileManager.default.fileExists(atPath: folder.path) }

    static func path(_ name: String) -> String { folder.appending(path: name).path }

    static func mapping(_ name: String) throws -> ImportMapping {
        let url = repository.appending(path: "Examples/mappings/\(name).json")
        return try ImportMapping(json: Array(try Data(contentsOf: url)))
    }

    /// A file's rows by column name, through a parser that has nothing in common with the product's.
    static func table(_ name: String) throws -> [[String: String]] {
        let records = PlainCSV.records(try String(contentsOfFile: path(name), encoding: .utf8))
        return records.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(records[0], $0)) }
    }
}

/// Comma-separated text, read the plain way.
enum PlainCSV {
    static func records(_ text: String) -> [[String]] {
        var records: [[String]] = []
        var record: [String] = []
        var cell = ""
        var isQuoted = false
        var scalars = Array(text.unicodeScalars)[...]
        if scalars.first == "\u{FEFF}" { scalars.removeFirst() }
        func endRecord() {
            record.append(cell)
            if record != [""] { records.append(record) }
            record = []
            cell = ""
        }
        while let next = scalars.popFirst() {
            if isQuoted {
                if next != "\"" {
                    cell.unicodeScalars.append(next)
                } else if scalars.first == "\"" {
                    cell += "\""
                    scalars.removeFirst()
                } else {
                    isQuoted = false
                }
                continue
            }
            switch next {
            case "\"": isQuoted = true
            case ",":
                record.append(cell)
                cell = ""
            case "\r": continue
            case "\n": endRecord()
            default: cell.unicodeScalars.append(next)
            }
        }
        if !cell.isEmpty || !record.isEmpty { endRecord() }
        return records
    }
}
