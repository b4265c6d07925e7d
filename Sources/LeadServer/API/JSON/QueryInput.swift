import Hummingbird
import LeadApp
import LeadCore

/// A query that asks for what there is not: 400, with each parameter that is wrong as `?name`.
struct BadQuery: Error {
    var issues: [Refusal.Issue]
}

/// Reads the parameters of an address; one that nobody asked for is wrong, so that a slip in a filter does not show everything.
final class QueryInput {
    private let form: SubmittedForm
    private var asked: Set<String> = []
    private var issues: [Refusal.Issue] = []

    init(_ request: Request) {
        form = SubmittedForm(urlencoded: request.uri.query ?? "")
    }

    func check() throws(BadQuery) {
        for field in form.fields where !asked.contains(field.name) {
            asked.insert(field.name)
            note(field.name, "There is no parameter \(field.name).")
        }
        guard issues.isEmpty else { throw BadQuery(issues: issues) }
    }

    func note(_ name: String, _ message: String) {
        issues.append(.init("?\(name)", message))
    }

    func text(_ name: String) -> String? {
        asked.insert(name)
        return form.text(name)
    }

    /// `status=open,attempted`, also `status=open&status=attempted`.
    func list(_ name: String) -> [String] {
        asked.insert(name)
        return form.all(name).flatMap { $0.split(separator: ",").map(String.init) }
    }

    func flag(_ name: String) -> Bool? {
        guard let text = text(name) else { return nil }
        if text == "true" || text == "false" { return text == "true" }
        note(name, "true or false is expected.")
        return nil
    }

    func integer(_ name: String, in range: ClosedRange<Int>) -> Int? {
        guard let text = text(name) else { return nil }
        if let number = Int(text), range.contains(number) { return number }
        note(name, "A number from \(range.lowerBound) to \(range.upperBound) is expected.")
        return nil
    }

    func word<Word: RawRepresentable & CaseIterable>(_ name: String, _: Word.Type = Word.self) -> Word?
    where Word.RawValue == String {
        guard let text = text(name) else { return nil }
        if let word = Word(rawValue: text) { return word }
        note(name, "One of \(Word.allCases.map(\.rawValue).joined(separator: ", ")) is expected.")
        return nil
    }

    func id<Entity>(_ name: String, of: Entity.Type = Entity.self) -> Identifier<Entity>? {
        guard let text = text(name) else { return nil }
        if let id = Identifier<Entity>(text) { return id }
        note(name, "This is no id.")
        return nil
    }

    /// RFC 3339, or a date, which is its first moment in UTC.
    func time(_ name: String) -> Instant? {
        guard let text = text(name) else { return nil }
        if let date = try? TextDate(text), date.offset != nil || date.time == nil { return date.instant(in: .utc) }
        note(name, "A time as 2026-11-22T09:30:00Z, or a date as 2026-11-22, is expected.")
        return nil
    }

    /// Which members of each item are wanted; nil for all.
    func fields(of known: [String]) -> Set<String>? {
        let names = list("fields")
        for name in names where !known.contains(name) { note("fields", "There is no field \(name).") }
        return names.isEmpty ? nil : Set(names)
    }
}
