import Foundation
import HTTPTypes
import Hummingbird

/// Addresses within the site.
enum Link {
    /// Text as a query value.
    static func encode(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: allowed) ?? ""
    }

    private static let allowed = CharacterSet(
        charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/"
    )

    /// A path of this site, or the fallback: what comes in a form field never leads anywhere else.
    static func local(_ text: String?, otherwise fallback: String) -> String {
        guard let text, text.hasPrefix("/"), !text.hasPrefix("//"), !text.contains("\\"),
            text.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value != 0x7F })
        else { return fallback }
        return text
    }
}

extension Link {
    /// Where the browser came from, as a path; nil when it does not say.
    static func path(ofReferrer request: Request) -> String? {
        request.headers[.referer].flatMap { URLComponents(string: $0) }.map { parts in
            parts.percentEncodedPath + (parts.percentEncodedQuery.map { "?\($0)" } ?? "")
        }
    }
}
