import CDelimited
import Foundation
import LeadCore

/// One row of a file: its number among the rows below the header, counting from 1, and its cells.
package struct DelimitedRow: Codable, Hashable, Sendable {
    package var number: Int
    package var cells: [String]

    package init(number: Int, cells: [String]) {
        self.number = number
        self.cells = cells
    }
}

/// Reads the records of a delimited text file piece by piece through libcsv; memory does not grow with the file.
///
/// Lines that are wholly empty are no records. A NUL, which no database text can hold, becomes U+FFFD.
final class DelimitedReader {
    /// A quote that is never closed makes one record of all the rest; nobody's record is this long.
    static let longestRecord = 4 << 20
    private static let pieceSize = 256 << 10

    private let file: FileHandle
    private var decoder: TextDecoder
    private var parser = csv_parser()
    private let collector = Collector()
    private var isAtEnd = false

    init(path: String, delimiter: UInt8, encoding: TextEncoding, skipping markLength: Int) throws {
        file = try FileHandle(forReadingFrom: URL(filePath: path))
        try file.seek(toOffset: UInt64(markLength))
        decoder = TextDecoder(encoding)
        guard csv_init(&parser, UInt8(CSV_EMPTY_IS_NULL)) == 0 else {
            throw Refusal.unreadable("The reader did not start.")
        }
        csv_set_delim(&parser, delimiter)
    }

    deinit {
        csv_free(&parser)
        try? file.close()
    }

    /// The next records, `count` of them unless the file ends before.
    func next(_ count: Int) throws -> [[String]] {
        while collector.records.count < count, !isAtEnd { try readPiece() }
        let taken = Array(collector.records.prefix(count))
        collector.records.removeFirst(taken.count)
        return taken.map { $0.map(FormulaGuard.unguarded) }
    }

    private func readPiece() throws {
        var text: [UInt8] = []
        if let bytes = try file.read(upToCount: Self.pieceSize), !bytes.isEmpty {
            decoder.append(bytes, to: &text)
        } else {
            decoder.finish(&text)
            isAtEnd = true
        }
        let data = Unmanaged.passUnretained(collector).toOpaque()
        let parsed = csv_parse(&parser, text, text.count, Collector.cell, Collector.end, data)
        guard parsed == text.count else {
            throw Refusal.unreadable(String(cString: csv_strerror(csv_error(&parser))))
        }
        if isAtEnd { csv_fini(&parser, Collector.cell, Collector.end, data) }
        guard csv_get_buffer_size(&parser) <= Self.longestRecord, collector.openLength <= Self.longestRecord else {
            throw Refusal.unreadable("A record is longer than 4 MB. Look for a quote that is opened and never closed.")
        }
    }

    /// What libcsv's callbacks fill.
    private final class Collector {
        var records: [[String]] = []
        var open: [String] = []
        var openLength = 0

        static let cell: @convention(c) (UnsafeMutableRawPointer?, Int, UnsafeMutableRawPointer?) -> Void = {
            bytes,
            count,
            data in
            guard let data else { return }
            let collector = Unmanaged<Collector>.fromOpaque(data).takeUnretainedValue()
            collector.openLength += count
            guard let bytes else { return collector.open.append("") }
            let text = String(decoding: UnsafeRawBufferPointer(start: bytes, count: count), as: UTF8.self)
            collector.open.append(
                text.utf8.contains(0) ? text.replacing("\0", with: "\u{FFFD}") : text
            )
        }

        static let end: @convention(c) (Int32, UnsafeMutableRawPointer?) -> Void = { _, data in
            guard let data else { return }
            let collector = Unmanaged<Collector>.fromOpaque(data).takeUnretainedValue()
            collector.records.append(collector.open)
            collector.open = []
            collector.openLength = 0
        }
    }
}

extension Refusal {
    static func unreadable(_ sentence: String) -> Refusal {
        Refusal(.invalid, "unreadable_file", sentence, issues: [.init("/file", sentence)])
    }
}
