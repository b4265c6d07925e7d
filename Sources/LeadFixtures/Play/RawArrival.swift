import Foundation
import LeadApp
import LeadStore

/// An inquiry as it would have come over the wire.
struct RawArrival {
    var contentType: String
    var bytes: [UInt8]

    init(_ inquiry: Inquiry, _ channel: CaptureChannel) {
        switch channel {
        case .form:
            contentType = "application/x-www-form-urlencoded"
            bytes = Array(Self.form(inquiry).utf8)
        default:
            contentType = "application/json"
            bytes = Array((try? JSON.text(inquiry)).map(\.utf8) ?? "".utf8)
        }
    }

    /// With the field names of a Web-to-Lead form.
    private static func form(_ inquiry: Inquiry) -> String {
        let fields: [(String, String?)] = [
            ("first_name", inquiry.firstName), ("last_name", inquiry.lastName), ("email", inquiry.email),
            ("phone", inquiry.phone), ("company", inquiry.company), ("title", inquiry.title), ("city", inquiry.city),
            ("country", inquiry.country), ("lead_source", inquiry.source), ("description", inquiry.message),
        ]
        return fields.compactMap { name, value in value.map { "\(name)=\(escaped($0))" } }.joined(separator: "&")
    }

    private static func escaped(_ text: String) -> String {
        (text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "").replacingOccurrences(
            of: "%20",
            with: "+"
        )
    }
}
