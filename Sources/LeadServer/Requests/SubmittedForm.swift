import Foundation
import LeadApp

/// The fields of a posted form, in their order, and the files that came with it.
struct SubmittedForm: Sendable {
    /// A file as it was uploaded: it lies in a temporary place until the request ends.
    struct File: Sendable {
        var field: String
        var name: String
        var url: URL
        var size: Int
    }

    var fields: [(name: String, value: String)] = []
    var files: [File] = []

    /// The first value of a field; empty when there is none.
    subscript(name: String) -> String {
        fields.first { $0.name == name }?.value ?? ""
    }

    /// The first value of a field without blanks around it; nil when nothing is left.
    func text(_ name: String) -> String? {
        self[name].trimmed
    }

    func all(_ name: String) -> [String] {
        fields.filter { $0.name == name }.map(\.value)
    }

    func file(_ name: String) -> File? {
        files.first { $0.field == name }
    }

    /// Reads `a=1&b=2+3`; broken escapes stay as they are, broken UTF-8 becomes replacement characters.
    init(urlencoded text: some StringProtocol) {
        fields = text.utf8.split(separator: UInt8(ascii: "&")).map { pair in
            let parts = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            return (Self.decode(parts[0]), parts.count > 1 ? Self.decode(parts[1]) : "")
        }
    }

    init() {}

    private static func decode(_ bytes: some Collection<UInt8>) -> String {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let byte = bytes[index]
            index = bytes.index(after: index)
            if byte == UInt8(ascii: "+") {
                out.append(UInt8(ascii: " "))
            } else if byte == UInt8(ascii: "%"), let value = hex(bytes[index...].prefix(2)) {
                out.append(value)
                index = bytes.index(index, offsetBy: 2)
            } else {
                out.append(byte)
            }
        }
        return String(decoding: out, as: UTF8.self)
    }

    private static func hex(_ digits: some Collection<UInt8>) -> UInt8? {
        guard digits.count == 2 else { return nil }
        return UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
    }
}
