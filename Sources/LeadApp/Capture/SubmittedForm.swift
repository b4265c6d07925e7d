package import Foundation

/// The fields of a posted form, in their order, and the files that came with it.
package struct SubmittedForm: Sendable {
    /// A file as it was uploaded: it lies in a temporary place until the request ends.
    package struct File: Sendable {
        package var field: String
        package var name: String
        package var url: URL
        package var size: Int
    }

    package var fields: [(name: String, value: String)] = []
    package var files: [File] = []

    /// The first value of a field; empty when there is none.
    package subscript(name: String) -> String {
        fields.first { $0.name == name }?.value ?? ""
    }

    /// The first value of a field without blanks around it; nil when nothing is left.
    package func text(_ name: String) -> String? {
        self[name].trimmed
    }

    package func all(_ name: String) -> [String] {
        fields.filter { $0.name == name }.map(\.value)
    }

    package func file(_ name: String) -> File? {
        files.first { $0.field == name }
    }

    /// Reads `a=1&b=2+3`; broken escapes stay as they are, broken UTF-8 becomes replacement characters.
    package init(urlencoded text: some StringProtocol) {
        fields = text.utf8.split(separator: UInt8(ascii: "&")).map { pair in
            let parts = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            return (Self.decode(parts[0]), parts.count > 1 ? Self.decode(parts[1]) : "")
        }
    }

    package init() {}

    /// The posted body of a form as it was stored; nil when it is of another kind.
    package init?(stored body: [UInt8], contentType: String) {
        if MediaType(contentType) == .multipart {
            guard var reader = MultipartReader(contentType: contentType) else { return nil }
            guard (try? reader.feed(body)) != nil, let form = try? reader.finish() else { return nil }
            self = form
        } else if MediaType(contentType) == .form {
            self.init(urlencoded: String(decoding: body, as: UTF8.self))
        } else {
            return nil
        }
    }

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
        guard digits.count == 2, digits.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }) else {
            return nil
        }
        return UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
    }
}

extension SubmittedForm {
    /// Removes what was uploaded and not moved away.
    package func discardFiles() {
        for file in files { try? FileManager.default.removeItem(at: file.url) }
    }
}
