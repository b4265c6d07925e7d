import HTTPTypes

extension HTTPField.Name {
    /// The names of header fields that HTTPTypes does not know.
    private static func named(_ text: String) -> HTTPField.Name {
        guard let name = HTTPField.Name(text) else { preconditionFailure("\(text) is not a header name") }
        return name
    }

    static let xForwardedFor = named("X-Forwarded-For")
    static let referrerPolicy = named("Referrer-Policy")
    static let crossOriginOpenerPolicy = named("Cross-Origin-Opener-Policy")
    static let csrfToken = named("X-CSRF-Token")
    static let idempotencyKey = named("Idempotency-Key")
    static let link = named("Link")
    static let rateLimit = named("RateLimit-Limit")
    static let rateRemaining = named("RateLimit-Remaining")
    static let rateReset = named("RateLimit-Reset")
    static let robots = named("X-Robots-Tag")
}
