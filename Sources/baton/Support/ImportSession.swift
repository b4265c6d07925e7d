import Foundation
import LeadApp
import LeadCore
import LeadStore

/// What `baton import` does on a workspace, told in the terminal.
struct ImportSession {
    let importer: Importer

    /// Keeps the file, shows how it will be read, and stops at what makes that impossible.
    func draft(_ file: String, _ mapping: ImportMapping) async throws -> ImportRecord {
        let name = URL(filePath: file).lastPathComponent
        let draft = try await importer.keep(file, name: name, mapping: mapping, as: .system)
        let preview = try await importer.preview(draft.id, as: .system)
        Terminal.line(ImportText.reading(name, preview))
        guard let problem = preview.problem else { return draft }
        try await discard(draft)
        throw problem
    }

    /// - Returns: how many rows would be refused.
    func dryRun(_ draft: ImportRecord) async throws -> Int {
        let trial = try await importer.dryRun(draft.id, as: .system)
        try await discard(draft)
        Terminal.line(ImportText.outcomes(trial.tally))
        if trial.rowsTried < trial.rowsTotal {
            Terminal.line("Tried: the first \(trial.rowsTried.grouped) of \(trial.rowsTotal.grouped) rows.")
        }
        for reason in trial.reasons { Terminal.line(ImportText.reason(reason.sentence, reason.rows)) }
        if trial.namesUnknown { Terminal.line("With --create-missing the names that are not there yet are made.") }
        Terminal.line("Nothing was changed.")
        return trial.tally[.refused]
    }

    func discard(_ draft: ImportRecord) async throws {
        try await importer.discard(draft.id, as: .system)
    }

    @discardableResult
    func run(_ draft: ImportRecord) async throws -> ImportRecord {
        try await importer.start(draft.id, as: .system)
        return try await carryOut(draft.id)
    }

    func resume() async throws {
        let unfinished = try await importer.app.fetch(ImportList(), as: .system).map(\.record)
            .filter { [.running, .failed, .undoing].contains($0.state) }
        if unfinished.isEmpty { Terminal.line("Every import is finished.") }
        for record in unfinished.reversed() {
            guard record.state != .undoing else {
                Terminal.line("\(record.file), being undone")
                try await takeBack(record.id)
                continue
            }
            Terminal.line("\(record.file), from row \((record.rowsDone + 1).grouped) on")
            if record.state == .failed { try await importer.start(record.id, as: .system) }
            try await carryOut(record.id)
        }
    }

    func undo(_ text: String) async throws {
        guard let id = Import.ID(text) else { throw Refusal.notFound("import") }
        try await takeBack(id)
    }

    private func takeBack(_ id: Import.ID) async throws {
        let record = try await importer.undo(id, as: .system)
        Terminal.line(ImportText.outcomes(record.tally))
        for kept in try await importer.app.fetch(KeptRows(id: id), as: .system) {
            Terminal.line(ImportText.reason("Stays: \(kept.sentence)", kept.rows))
        }
    }

    func list() async throws {
        let rows = try await importer.app.fetch(ImportList(), as: .system).map(\.record).map { record in
            [
                record.id.description, record.state.rawValue, record.kind, record.file,
                "\(record.rowsDone.grouped) of \(record.rowsTotal.grouped)", record.tally[.refused].grouped,
            ]
        }
        let header = ["import", "state", "kind", "file", "rows", "refused"]
        Terminal.line(TextTable(header: header, rows: rows, numeric: [4, 5]).text)
    }

    func writeRefused(_ record: ImportRecord, to path: String) async throws {
        guard FileManager.default.createFile(atPath: path, contents: nil),
            let file = FileHandle(forWritingAtPath: path)
        else { Terminal.fail("The file \(path) cannot be written.") }
        var after: Int? = 0
        while let from = after {
            let page = try await importer.app.fetch(RefusedRows(id: record.id, after: from), as: .system)
            try file.write(contentsOf: Data(page.text.utf8))
            after = page.next
        }
        Terminal.line("The refused rows are in \(path).")
    }

    @discardableResult
    private func carryOut(_ id: Import.ID) async throws -> ImportRecord {
        let bar = ProgressBar()
        let record = try await importer.run(id) { bar.show($0) }
        bar.finish()
        if record.state == .running { Terminal.line("Another process goes on with it.") }
        Terminal.line(ImportText.outcomes(record.tally))
        for reason in try await importer.app.fetch(ImportRefusals(id: id), as: .system) {
            Terminal.line(ImportText.reason(reason.sentence, reason.rows))
        }
        let left: [RowOutcome] = [.duplicate, .refused, .empty]
        if record.tally.total > left.reduce(0, { $0 + record.tally[$1] }) {
            Terminal.line("To take it back: baton import --undo \(id)")
        }
        return record
    }
}
