import Synchronization

/// A sheet that is read from asynchronous code.
final class SheetReader: Sendable {
    private let sheet: Mutex<ImportSheet>

    private init(_ path: String, _ mapping: ImportMapping, skipping rows: Int) throws {
        sheet = Mutex(try ImportSheet(path: path, mapping: mapping))
        try sheet.withLock { try $0.skip(rows) }
    }

    static func open(_ path: String, _ mapping: ImportMapping, skipping rows: Int = 0) async throws -> SheetReader {
        try await offPool { try SheetReader(path, mapping, skipping: rows) }
    }

    func next(_ count: Int) async throws -> [DelimitedRow] {
        try await offPool { try self.sheet.withLock { try $0.next(count) } }
    }
}
