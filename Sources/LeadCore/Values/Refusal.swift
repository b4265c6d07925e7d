/// A typed "no": a stable code, a sentence a salesperson understands, and what is missing or wrong as data.
///
/// Every door maps it once: the API to problem+json with `status`, a form to a message beside its fields, the terminal to
/// one line on standard error.
package struct Refusal: Error, Hashable, Codable, Sendable {
    /// What kind of "no" this is; decides the HTTP status.
    package enum Kind: String, Hashable, Codable, Sendable {
        /// The input is wrong: 422.
        case invalid
        /// The thing does not exist, or the actor may not know that it does: 404.
        case notFound = "not_found"
        /// The actor may not do this: 403.
        case forbidden
        /// Nobody is signed in, or the credentials are wrong: 401.
        case unauthenticated
        /// The state of the thing does not allow it now: 409.
        case conflict
        /// Too much, too fast: 429.
        case overLimit = "over_limit"
        /// It was changed since the caller looked at it: 412.
        case outdated
    }

    /// One thing that is missing or wrong, and where.
    package struct Issue: Hashable, Codable, Sendable {
        /// RFC 6901 pointer into the input, such as `/contact/email`; empty when it is about the whole.
        package var pointer: String
        package var message: String

        package init(_ pointer: String, _ message: String) {
            self.pointer = pointer
            self.message = message
        }
    }

    package var kind: Kind
    /// Stable, lower-case with underscores: `gate_not_passed`.
    package var code: String
    package var sentence: String
    package var issues: [Issue]

    package init(_ kind: Kind, _ code: String, _ sentence: String, issues: [Issue] = []) {
        self.kind = kind
        self.code = code
        self.sentence = sentence
        self.issues = issues
    }

    /// The same "no" about a part of a larger input, such as `/next`.
    package func within(_ pointer: String) -> Refusal {
        var refusal = self
        for index in refusal.issues.indices { refusal.issues[index].pointer = pointer + issues[index].pointer }
        return refusal
    }

    package static func notFound(_ what: String) -> Refusal {
        Refusal(.notFound, "not_found", "There is no such \(what), or you may not see it.")
    }

    package static func invalid(_ pointer: String, _ message: String) -> Refusal {
        Refusal(.invalid, "invalid_input", message, issues: [Issue(pointer, message)])
    }
}
