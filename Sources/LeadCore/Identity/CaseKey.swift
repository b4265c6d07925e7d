/// A name as names are told apart: `Über` and `über` are one, in every script; canonically equal texts are equal anyway.
package struct CaseKey: Hashable, Sendable {
    private let text: String

    package init(_ name: String) {
        text = name.lowercased()
    }
}
