/// A template as it is rendered: texts and holes, in order.
///
/// The language is Mustache (mustache(5), with the inheritance of its optional specification): `docs/decisions/0008` says why
/// Baton renders it itself.
struct Template: Sendable {
    /// One piece of a template.
    indirect enum Part: Sendable {
        case text([UInt8])
        /// `{{name}}`, or `{{{name}}}` when it is HTML already.
        case value(Path, escaped: Bool)
        /// `{{#name}}…{{/name}}`: for each item of a list, or once with a value.
        case section(Path, [Part])
        /// `{{^name}}…{{/name}}`: when there is nothing.
        case inverted(Path, [Part])
        /// `{{>name}}` and `{{<name}}…{{/name}}`: another template, by its place in the library.
        case partial(Int, blocks: [String: [Part]])
        /// `{{>*name}}`: the template that the value names.
        case namedPartial(Path)
        /// `{{$name}}…{{/name}}`: what an inheriting template says, or its own content.
        case block(String, [Part])
    }

    /// How a tag finds its value: `.` is what is being shown, `.name` looks only there, `name` also in what surrounds it.
    struct Path: Hashable, Sendable {
        var names: [String]
        var climbs: Bool
        /// `empty(name)`: whether the list has no item.
        var asksEmpty: Bool

        init(_ text: some StringProtocol) {
            var text = Substring(text)
            asksEmpty = text.hasPrefix("empty(") && text.hasSuffix(")")
            if asksEmpty { text = text.dropFirst(6).dropLast() }
            climbs = text.first != "."
            names = text.split(separator: ".").map { String($0) }
        }
    }

    var parts: [Part]
}
