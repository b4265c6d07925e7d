import CSodium

/// A random secret: handed out once as text, kept only as its hash.
package struct Secret: Sendable {
    package let text: String

    /// 32 random bytes, as text that fits into cookies, headers and links.
    package static func random(prefix: String = "") -> Secret {
        var bytes = [UInt8](repeating: 0, count: 32)
        randombytes_buf(&bytes, bytes.count)
        return Secret(text: prefix + Base64URL.text(of: bytes))
    }

    package init(text: String) {
        self.text = text
    }

    /// What is stored and looked up: a secret that was never given out has no row.
    package var hash: [UInt8] {
        Hash.bytes(of: Array(text.utf8))
    }

    /// Compares without telling by its duration where the texts differ.
    package static func equal(_ a: String, _ b: String) -> Bool {
        let a = Array(a.utf8)
        let b = Array(b.utf8)
        return a.count == b.count && sodium_memcmp(a, b, a.count) == 0
    }
}

/// Base 64 with the alphabet for links (RFC 4648 section 5), without padding.
package enum Base64URL {
    private static let variant = Int32(sodium_base64_VARIANT_URLSAFE_NO_PADDING)

    package static func text(of bytes: [UInt8]) -> String {
        var out = [CChar](repeating: 0, count: sodium_base64_encoded_len(bytes.count, variant))
        sodium_bin2base64(&out, out.count, bytes, bytes.count, variant)
        return String(decoding: out.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    package static func bytes(of text: String) -> [UInt8]? {
        var out = [UInt8](repeating: 0, count: text.utf8.count)
        var length = 0
        let result = sodium_base642bin(&out, out.count, text, text.utf8.count, nil, &length, nil, variant)
        return result == 0 ? Array(out.prefix(length)) : nil
    }
}
