import Foundation
import LeadCore

/// What a person can be recognised by in what was stored without saying whose it is: quarantined arrivals, refused rows, the
/// names of deals.
struct PersonTraces {
    private let addresses: [String]
    private let names: [String]

    init(_ contacts: [ContactRecord], keys: [String]) {
        addresses = Self.telling(contacts.flatMap { [$0.email, $0.phone] }.compactMap { $0 } + keys)
        names = Self.telling(contacts.map(\.name))
    }

    private static func telling(_ texts: [String]) -> [String] {
        Array(Set(texts.map { $0.lowercased() }.filter { $0.count >= 4 }))
    }

    /// Whether a text holds an address or number of theirs, as it is or as a form sends it.
    func areAddressed(in bytes: [UInt8]) -> Bool {
        !addresses.isEmpty
            && Self.readings(of: String(decoding: bytes, as: UTF8.self)).contains { text in
                addresses.contains { text.contains($0) }
            }
    }

    /// Whether a text holds an address, a number or the name.
    func areMentioned(in text: String) -> Bool {
        Self.readings(of: text).contains { text in (addresses + names).contains { text.contains($0) } }
    }

    /// The text, and the text with its percent signs and pluses resolved.
    private static func readings(of text: String) -> [String] {
        let decoded = text.replacing("+", with: " ").removingPercentEncoding ?? ""
        let signed = text.removingPercentEncoding ?? ""
        return [text, decoded, signed].map { $0.lowercased() }
    }
}
