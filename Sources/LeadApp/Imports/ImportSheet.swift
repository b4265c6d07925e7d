import CSodium
import Foundation
package import LeadCore

/// A file to be imported, opened at its first row: how it is written, and what its columns are called.
package final class ImportSheet {
    package let delimiter: UInt8
    package let encoding: TextEncoding
    /// Every column has a name, and no two the same.
    package let header: [String]
    private let reader: DelimitedReader
    private var rowsRead = 0

    package init(path: String, mapping: ImportMapping) throws {
        let file = try FileHandle(forReadingFrom: URL(filePath: path))
        defer { try? file.close() }
        let sample = [UInt8](try file.read(upToCount: 1 << 18) ?? Data())
        let found = TextEncoding.sniff(sample)
        encoding = mapping.encoding ?? found.encoding
        let markLength = encoding == found.encoding ? found.markLength : 0
        var text: [UInt8] = []
        var decoder = TextDecoder(encoding)
        decoder.append(sample.dropFirst(markLength), to: &text)
        delimiter = try mapping.delimiterByte ?? DelimiterSniffer.sniff(text)
        reader = try DelimitedReader(path: path, delimiter: delimiter, encoding: encoding, skipping: markLength)
        header = try Self.readHeader(reader, row: mapping.headerRow, declaresDelimiter: text)
    }

    /// The next rows, `count` of them unless the file ends before.
    package func next(_ count: Int) throws -> [DelimitedRow] {
        let records = try reader.next(count)
        defer { rowsRead += records.count }
        return records.enumerated().map { i, cells in DelimitedRow(number: rowsRead + i + 1, cells: cells) }
    }

    package func skip(_ count: Int) throws {
        while rowsRead < count {
            let skipped = try next(min(1000, count - rowsRead)).count
            if skipped == 0 { throw Refusal.unreadable("The file ends before row \(count), which was read before.") }
        }
    }

    private static func readHeader(
        _ reader: DelimitedReader,
        row: Int,
        declaresDelimiter text: [UInt8]
    ) throws -> [String] {
        // Excel's first line `sep=;` is none of the rows.
        let declaration = text.prefix(4).map { $0 | 0x20 } == Array("sep=".utf8).map { $0 | 0x20 } ? 1 : 0
        guard row >= 1 else { throw Refusal.invalid("/headerRow", "Lines are counted from 1.") }
        guard let names = try reader.next(declaration + row).dropFirst(declaration + row - 1).first else {
            throw Refusal.unreadable("The file has no line \(row) that could name its columns.")
        }
        guard names.count <= 1000 else { throw Refusal.unreadable("The file has more than 1,000 columns.") }
        var seen: [String: Int] = [:]
        return names.enumerated().map { column, text in
            let name = text.trimmed ?? "Column \(column + 1)"
            seen[name, default: 0] += 1
            return seen[name, default: 1] > 1 ? "\(name) (\(seen[name, default: 1]))" : name
        }
    }
}

extension ImportMapping {
    fileprivate var delimiterByte: UInt8? {
        get throws(Refusal) {
            guard let delimiter else { return nil }
            let named = ["tab": "\t", "\\t": "\t"][delimiter.lowercased()] ?? delimiter
            guard named.utf8.count == 1, let byte = named.utf8.first, byte < 0x80, byte != UInt8(ascii: "\"") else {
                throw Refusal.invalid("/delimiter", "A delimiter is one character, such as a semicolon.")
            }
            return byte
        }
    }
}

/// A file as a whole: what it is known by, and how many rows it has.
package struct FileFacts: Codable, Hashable, Sendable {
    /// BLAKE2b-256 of the bytes, as hex.
    package var hash: String
    package var rows: Int

    /// Reads the whole file: its facts, and the words in the columns that tell the status with how often they occur.
    ///
    /// Words are counted up to 200 different ones; a column with more is no column of statuses.
    static func scan(_ path: String, _ mapping: ImportMapping) throws -> (FileFacts, words: [String: Int]) {
        let sheet = try ImportSheet(path: path, mapping: mapping)
        let columns = sheet.header.indices.filter { column in
            mapping.columns[sheet.header[column]]?.uses.contains { $0.field == .status } ?? false
        }
        var rows = 0
        var words: [String: Int] = [:]
        while case let part = try sheet.next(5000), !part.isEmpty {
            rows += part.count
            for column in columns where words.count <= 200 {
                for row in part where column < row.cells.count { words[row.cells[column], default: 0] += 1 }
            }
        }
        return (FileFacts(hash: try hash(path), rows: rows), words)
    }

    private static func hash(_ path: String) throws -> String {
        let file = try FileHandle(forReadingFrom: URL(filePath: path))
        defer { try? file.close() }
        let memory = UnsafeMutableRawPointer.allocate(byteCount: crypto_generichash_statebytes(), alignment: 64)
        defer { memory.deallocate() }
        let state = OpaquePointer(memory)
        crypto_generichash_init(state, nil, 0, 32)
        while let piece = try file.read(upToCount: 1 << 18), !piece.isEmpty {
            crypto_generichash_update(state, [UInt8](piece), UInt64(piece.count))
        }
        var out = [UInt8](repeating: 0, count: 32)
        crypto_generichash_final(state, &out, out.count)
        return Hash.digits(out)
    }
}
