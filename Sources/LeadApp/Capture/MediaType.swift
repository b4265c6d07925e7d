/// What a `Content-Type` header names, without its parameters: compared without regard to case (RFC 9110, section 8.3.1).
package struct MediaType: Hashable, Sendable {
    /// Lower case; empty where nothing is said.
    package let name: String

    package init(_ header: String?) {
        name = (header ?? "").prefix { $0 != ";" && $0 != "," }.lowercased().trimmed ?? ""
    }

    package static let form = MediaType("application/x-www-form-urlencoded")
    package static let multipart = MediaType("multipart/form-data")

    /// JSON itself, or something that is written in it.
    package var isJSON: Bool { name == "application/json" || name.hasSuffix("+json") }
}
