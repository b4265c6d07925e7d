import Foundation
import LeadApp
import LeadCore
import LeadStore

extension Scene {
    /// What the timer service does when it wakes up: fires what is due until nothing is.
    mutating func fireTimers() async throws {
        let limit = dice.pick([2, 500])
        while true {
            guard let fired = try await perform(BreachDueClocks(limit: limit), as: .system) else {
                throw Violation("Timers fire", "a timer was refused, so all behind it wait for ever")
            }
            if fired == 0 { break }
        }
        let now = stage.time.now
        let due = try await stage.read { try $0.dueClocks(at: now, limit: 1) }
        guard due.isEmpty else { throw Violation("Timers fire", "\(due.count) clocks are still due") }
    }

    /// A policy that differs from the standard in its gate, its hours, and at times in a move that is no longer there.
    mutating func policyBody() async throws -> PolicyBody {
        var body = dice.oneIn(2) ? PolicyBody.standard : try await policyInForce().body
        change(&body.gate)
        body.calendar = dice.pick([.always, .officeHours(), .officeHours(zone: "Europe/Berlin")])
        if dice.oneIn(2) { body.calendar.holidays = Self.holidays }
        guard dice.oneIn(2) else { return body }
        let step = dice.below(body.process.steps.count)
        let moves = body.process.steps[step].moves
        if moves.count > 1 { body.process.steps[step].moves.remove(at: dice.below(moves.count)) }
        return body
    }

    private var importer: Importer {
        Importer(app: stage.app, folder: stage.directory.appending(path: "imports").path)
    }

    /// A file that waits for somebody to say that it shall be imported.
    mutating func draft() async throws -> ImportRecord {
        let file = stage.directory.appending(path: "draft-\(number).csv")
        try Data("name,email,source\n\(person().name),\(person().email),Directory\n".utf8).write(to: file)
        var mapping = ImportMapping(name: "Draft", kind: .leads)
        mapping.automatic = true
        return try await importer.keep(file.path, name: "draft.csv", mapping: mapping, as: .system)
    }

    /// Brings in a small file; its rows get ids that may have come before.
    mutating func importFile() async throws {
        let rows = (0...dice.below(4)).map { _ in (id: dice.below(5), person: person()) }
        let status = dice.pick(["Open", "Open", "Open", "Not qualified", "Handed off", "Accepted", "Converted"])
        var text = "id,name,email,company,source,campaign,status\n"
        for (id, person) in rows {
            let cells = [
                "\(person.email) \(id)", person.name, person.email, person.firm ?? "", "Directory", "Spring", status,
            ]
            text += cells.joined(separator: ",") + "\n"
        }
        let file = stage.directory.appending(path: "file-\(number).csv")
        try Data(text.utf8).write(to: file)
        var mapping = ImportMapping(name: "Files", kind: .leads)
        mapping.automatic = true
        mapping.system = "files"
        mapping.createMissing = true
        let draft = try await importer.keep(file.path, name: "file.csv", mapping: mapping, as: .system)
        if dice.oneIn(4) { _ = try await importer.dryRun(draft.id, as: .system) }
        try await importer.start(draft.id, as: .system)
        let record = try await importer.run(draft.id)
        try await recordRows(of: record.id, rows.map(\.person.email))
    }

    /// Brings in status changes or deals of leads that files have brought; most lie in the past, some before the lead.
    mutating func importHistory(_ kind: ImportKind) async throws {
        let statuses: [Status] = [
            "attempted", "in_process", "qualified", "handed_off", "accepted", "nurture", "lost", "open",
        ]
        var text = kind == .deals ? "id,when\n" : "id,when,status\n"
        for _ in 0...dice.below(4) {
            let when = Double((stage.time.now - .hours(Int64(dice.below(40)))).milliseconds) / 1000
            let cells = ["\(person().email) \(dice.below(5))", Date(timeIntervalSince1970: when).ISO8601Format()]
            text += (kind == .deals ? cells : cells + [dice.pick(statuses).rawValue]).joined(separator: ",") + "\n"
        }
        let file = stage.directory.appending(path: "file-\(number).csv")
        try Data(text.utf8).write(to: file)
        var mapping = ImportMapping(name: "History", kind: kind)
        mapping.system = "files"
        mapping.columns = [
            "id": ColumnMapping(.init(.externalID)), "when": ColumnMapping(.init(kind == .deals ? .closedAt : .at)),
        ]
        if kind == .history { mapping.columns["status"] = ColumnMapping(.init(.status)) }
        let draft = try await importer.keep(file.path, name: "history.csv", mapping: mapping, as: .system)
        try await importer.start(draft.id, as: .system)
        try await importer.run(draft.id)
    }

    private func recordRows(of id: Import.ID, _ emails: [String]) async throws {
        let meanings: [(RowOutcome, SubmissionOutcome)] = [
            (.created, .newLead), (.joined, .joined), (.contactOnly, .contactOnly), (.refused, .rejected),
        ]
        for (outcome, meaning) in meanings {
            for row in try await stage.read({ try $0.importRows(of: id, outcome, after: 0, limit: 100) }) {
                books.record(
                    .init(importID: id, number: row.number),
                    meaning,
                    source: "Directory",
                    email: emails[row.number - 1],
                    campaign: "Spring"
                )
            }
        }
    }

    mutating func undoImport() async throws {
        let imports = try await stage.read { snapshot in
            try snapshot.imports(limit: 1000).filter { $0.state == .finished || $0.state == .undone }.map(\.id)
        }
        guard !imports.isEmpty else { throw Idle() }
        let id = dice.pick(imports)
        try await importer.undo(id, as: .system)
        for row in try await stage.read({ try $0.importRows(of: id, .undone, after: 0, limit: 100) }) {
            books.undo(.init(importID: id, number: row.number))
        }
    }
}
