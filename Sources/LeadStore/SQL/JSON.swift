import Foundation

/// JSON in text columns: stored and returned whole, never queried.
///
/// Keys are sorted, so equal values are equal texts.
package enum JSON {
    private static let encoder: JSONEncoder = {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return encoder
    }()
    private static let decoder = JSONDecoder()

    package static func text(_ value: some Encodable) throws -> String {
        String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    package static func value<T: Decodable>(_: T.Type = T.self, from text: String) throws -> T {
        try decoder.decode(T.self, from: Data(text.utf8))
    }
}
