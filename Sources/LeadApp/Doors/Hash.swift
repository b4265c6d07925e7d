import CSodium

/// BLAKE2b-256 through libsodium: for keys, tokens at rest and files, not for passwords.
package enum Hash {
    package static func bytes(of message: [UInt8]) -> [UInt8] {
        var out = [UInt8](repeating: 0, count: 32)
        crypto_generichash(&out, out.count, message, UInt64(message.count), nil, 0)
        return out
    }

    package static func hex(of message: [UInt8]) -> String {
        digits(bytes(of: message))
    }

    /// A hash as text, two digits a byte.
    static func digits(_ hash: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: hash.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
