import Foundation

/// An absolute web address to which somebody may be sent: http or https, a host, nobody's name or password in it.
package struct WebAddress: Sendable {
    package let text: String
    package let host: String
    /// Scheme, host and port.
    package let origin: String

    package init?(_ text: String) {
        guard text.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\\") }),
            let parts = URLComponents(string: text), let scheme = parts.scheme?.lowercased(),
            scheme == "https" || scheme == "http", let host = parts.host?.lowercased(), !host.isEmpty,
            parts.user == nil,
            parts.password == nil, host.utf8.allSatisfy({ Self.hostBytes.contains($0) })
        else { return nil }
        self.text = text
        self.host = host
        origin = "\(scheme)://\(host)\(parts.port.map { ":\($0)" } ?? "")"
    }

    private static let hostBytes = Set("abcdefghijklmnopqrstuvwxyz0123456789.-".utf8)
}
