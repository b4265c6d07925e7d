/// An e-mail address in the form that is stored and matched.
///
///     EmailKey(" mailto:John.Doe+news@GMail.com ")?.address  // "john.doe+news@gmail.com"
///     EmailKey("John.Doe+news@googlemail.com")?.mailbox      // "johndoe@gmail.com"
///
/// It takes addresses as people have them: a local part without quotes or comments, and a domain with a dot in it.
/// Letters beyond ASCII are allowed on both sides.
package struct EmailKey: Hashable, Sendable {
    /// Lower case, without spaces or `mailto:`.
    package let address: String
    /// Where the `@` is in `address`, in UTF-8.
    private let localLength: Int

    /// Nil when the text is not an address.
    package init?(_ text: String) {
        guard let trimmed = EmailText.bare(text), let lower = EmailText.lowercased(trimmed) else { return nil }
        guard let at = lower.firstIndex(of: UInt8(ascii: "@")) else { return nil }
        guard EmailText.isLocal(lower[..<at]), EmailText.isDomain(lower[(at + 1)...]) else { return nil }
        address = String(decoding: lower, as: UTF8.self)
        localLength = at
    }

    package var domain: String {
        String(decoding: address.utf8.dropFirst(localLength + 1), as: UTF8.self)
    }

    /// The box that the mail ends in: without a `+tag`, and at Gmail without the dots that it ignores.
    package var mailbox: String {
        let local = address.utf8.prefix(localLength)
        let untagged = local.firstIndex(of: UInt8(ascii: "+")).map { local[..<$0] } ?? local
        let box = untagged.isEmpty ? local : untagged
        guard domain == "gmail.com" || domain == "googlemail.com" else {
            return String(decoding: box, as: UTF8.self) + "@" + domain
        }
        return String(decoding: box.filter { $0 != UInt8(ascii: ".") }, as: UTF8.self) + "@gmail.com"
    }
}
