import Foundation
package import LeadCore

extension ImportMapping {
    /// A mapping file's content; a slip in it is refused with the place where it is.
    package init(json: [UInt8]) throws(Refusal) {
        do {
            self = try JSONDecoder().decode(ImportMapping.self, from: Data(json))
        } catch let refusal as Refusal {
            throw refusal
        } catch let error as DecodingError {
            throw Refusal.invalid("/mapping", "The mapping cannot be read: \(Self.describe(error))")
        } catch {
            throw Refusal.invalid("/mapping", "The mapping cannot be read: \(error)")
        }
    }

    private static func describe(_ error: DecodingError) -> String {
        let context: DecodingError.Context =
            switch error {
            case .typeMismatch(_, let context), .valueNotFound(_, let context), .keyNotFound(_, let context),
                .dataCorrupted(let context):
                context
            @unknown default: .init(codingPath: [], debugDescription: "\(error)")
            }
        let place = context.codingPath.map(\.stringValue).joined(separator: "/")
        return place.isEmpty ? context.debugDescription : "at \(place): \(context.debugDescription)"
    }

    /// Maps the columns that the mapping does not name, where it leaves that to us, by what other systems call theirs.
    package mutating func complete(from header: [String]) {
        guard automatic || columns.isEmpty else { return }
        let taken = Set(columns.values.flatMap(\.uses).map(\.field))
        for (name, recognition) in zip(header, HeaderNames.columns(header)) where columns[name] == nil {
            guard !ignore.contains(name), case .field(let lead) = recognition.meaning, let field = ImportField(lead),
                !taken.contains(field)
            else { continue }
            columns[name] = ColumnMapping(.init(field))
        }
    }

    /// Finds out from the first rows whether dates have their day or their month first, where the mapping does not say.
    mutating func settleDates(_ header: [String], _ rows: [DelimitedRow]) {
        guard dateFormat == .automatic else { return }
        let dates = header.indices.filter { columns[header[$0]]?.uses.contains { $0.field.isDate } ?? false }
        let samples = rows.flatMap { row in dates.compactMap { $0 < row.cells.count ? row.cells[$0] : nil } }
        dateFormat = DateOrder.sniff(samples) ?? .automatic
    }
}
