import Foundation
package import LeadCore

/// How the mail server is reached.
package struct SMTPSettings: Hashable, Sendable {
    /// What stands between us and the server.
    package enum Security: String, CaseIterable, Sendable {
        /// STARTTLS, or TLS from the start with `smtps://`; without it nothing is sent.
        case required
        /// Plain text: only to a relay on this machine or network.
        case off
    }

    package var host: String
    package var port: Int
    package var user: String?
    package var password: String?
    /// TLS from the first byte.
    package var implicitTLS: Bool
    package var security: Security
    /// Certificates to trust beside the system's, as for a server that signed its own.
    package var authorities: String?
    /// Connections at once; each is kept open and reused.
    package var connections = 4
    package var connectTimeout = Span.seconds(10)
    package var timeout = Span.seconds(60)

    /// `smtp://user@host:587` or `smtps://user@host`; the password stands elsewhere.
    package init(
        url: String,
        password: String? = nil,
        security: Security = .required,
        authorities: String? = nil
    )
        throws(Refusal)
    {
        guard let parts = URLComponents(string: url), let host = parts.host, !host.isEmpty,
            ["smtp", "smtps"].contains(parts.scheme), parts.path.isEmpty || parts.path == "/"
        else {
            throw Refusal.invalid("/mailUrl", "A mail server is named as smtp://user@mail.example.com:587.")
        }
        guard parts.password == nil else {
            throw Refusal.invalid(
                "/mailUrl",
                "The password of the mail server stands in mailPassword, not in its address."
            )
        }
        self.host = host
        implicitTLS = parts.scheme == "smtps"
        port = parts.port ?? (implicitTLS ? 465 : 587)
        user = parts.user
        self.password = password
        self.security = security
        self.authorities = authorities
    }
}
