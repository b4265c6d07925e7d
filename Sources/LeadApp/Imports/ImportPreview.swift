package import LeadCore
package import LeadStore

/// What a file looks like before anything is done with it.
package struct ImportPreview: Codable, Sendable {
    package var delimiter: String
    package var encoding: TextEncoding
    package var header: [String]
    /// The first rows as they are.
    package var rows: [DelimitedRow]
    package var facts: FileFacts
    /// The mapping that was given, completed; or what the names of the columns suggest.
    package var mapping: ImportMapping
    /// The words in the columns that tell the status, with their rows.
    package var statusWords: [String: Int]
    /// Columns that fill nothing; they are kept in the raw row.
    package var unmapped: [String]
    /// Why the mapping cannot be used as it is.
    package var problem: Refusal?

    /// - Parameter known: what a scan of the whole file by this mapping has found before.
    init(
        path: String,
        mapping given: ImportMapping,
        policy: Policy,
        known: (FileFacts, words: [String: Int])? = nil
    ) throws {
        let sheet = try ImportSheet(path: path, mapping: given)
        let sample = try sheet.next(1000)
        var mapping = given
        mapping.complete(from: sheet.header)
        mapping.settleDates(sheet.header, sample)
        delimiter = sheet.delimiter == 0x09 ? "tab" : String(UnicodeScalar(sheet.delimiter))
        encoding = sheet.encoding
        mapping.delimiter = delimiter
        mapping.encoding = encoding
        header = sheet.header
        rows = Array(sample.prefix(20))
        (facts, statusWords) = try known ?? FileFacts.scan(path, mapping)
        self.mapping = mapping
        unmapped = header.filter { mapping.columns[$0] == nil }
        do {
            _ = try MappingPlan(mapping, header: header, policy: policy)
        } catch {
            problem = error
        }
    }
}

/// What an import would do.
package struct DryRun: Codable, Sendable {
    /// A refusal with some of the rows that it meets.
    package struct Reason: Codable, Sendable {
        package struct Example: Codable, Sendable {
            package var number: Int
            package var sentence: String
            /// The row as comma-separated text.
            package var text: String
        }

        package var code: String
        package var sentence: String
        package var rows: Int
        package var examples: [Example]
    }

    package var tally: ImportTally
    /// The most frequent first.
    package var reasons: [Reason]
    package var rowsTotal: Int

    /// Whether rows are refused because they name what is not there yet, which the import may be told to make.
    package var namesUnknown: Bool { reasons.contains { $0.code == "unknown_name" } }

    /// Rows that were tried; fewer than all when the file is large.
    package var rowsTried: Int { tally.total }
}
