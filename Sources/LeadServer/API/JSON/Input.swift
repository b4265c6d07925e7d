import LeadApp
import LeadCore

/// Reads one JSON object member by member and remembers everything that is wrong, each with its pointer.
///
///     let input = Input(body)
///     let reason = try input.required("reason", input.text("reason"))
///     try input.check()
///
/// A member that nobody asked for is wrong too: it is mostly a slip, and what is not understood must not look accepted.
final class Input {
    private final class Faults {
        private static let most = 100
        private(set) var issues: [Refusal.Issue] = []

        /// More than a hundred help nobody, and cost memory and an answer as long as somebody likes.
        func add(_ issue: Refusal.Issue) {
            if issues.count < Self.most { issues.append(issue) }
        }
    }

    private let members: [String: JSONValue]
    private let order: [String]
    private let pointer: String
    private let faults: Faults
    private var asked: Set<String> = []
    private var parts: [Input] = []

    convenience init(_ value: JSONValue) {
        self.init(value, at: "", Faults())
    }

    private init(_ value: JSONValue, at pointer: String, _ faults: Faults) {
        self.pointer = pointer
        self.faults = faults
        guard case .object(let found) = value else {
            members = [:]
            order = []
            faults.add(.init(pointer, "An object is expected here, not \(value.kind)."))
            return
        }
        members = Dictionary(found.map { ($0.name, $0.value) }) { first, _ in first }
        order = found.map(\.name)
    }

    /// - Throws: one refusal with all that was wrong so far.
    func check() throws(Refusal) {
        noteUnknown()
        try refuse()
    }

    /// What is asked for later is not unknown yet, so a missing member says nothing of the others.
    private func refuse() throws(Refusal) {
        guard let first = faults.issues.first else { return }
        throw Refusal(.invalid, "invalid_input", first.message, issues: faults.issues)
    }

    func required<Value>(_ name: String, _ value: Value?) throws(Refusal) -> Value {
        if let value { return value }
        if !faults.issues.contains(where: { $0.pointer == path(name) }) { note(name, "This is needed.") }
        try refuse()
        throw Refusal.invalid(path(name), "This is needed.")
    }

    func note(_ name: String, _ message: String) {
        faults.add(.init(path(name), message))
    }

    private func noteUnknown() {
        for name in order where !asked.contains(name) {
            asked.insert(name)
            note(name, "There is no such field.")
        }
        for part in parts { part.noteUnknown() }
    }

    private func path(_ name: String) -> String {
        "\(pointer)/\(name.replacing("~", with: "~0").replacing("/", with: "~1"))"
    }

    /// The member unless it is missing or null.
    private func member(_ name: String) -> JSONValue? {
        asked.insert(name)
        guard let value = members[name], value != .null else { return nil }
        return value
    }
}

extension Input {
    func text(_ name: String, most: Int = 10_000) -> String? {
        switch member(name) {
        case nil: return nil
        case .string(let text):
            guard text.utf8.count <= most else {
                note(name, "This is longer than \(most) bytes.")
                return nil
            }
            return text
        case .some(let other):
            note(name, "Text is expected, not \(other.kind).")
            return nil
        }
    }

    func flag(_ name: String) -> Bool? {
        switch member(name) {
        case nil: return nil
        case .bool(let flag): return flag
        case .some(let other):
            note(name, "true or false is expected, not \(other.kind).")
            return nil
        }
    }

    func integer(_ name: String) -> Int64? {
        switch member(name) {
        case nil: return nil
        case .integer(let number): return number
        case .some(let other):
            note(name, "A whole number is expected, not \(other.kind).")
            return nil
        }
    }

    /// One of the words of an enumeration.
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

    func ids<Entity>(_ name: String, of: Entity.Type = Entity.self) -> [Identifier<Entity>]? {
        guard let texts = texts(name) else { return nil }
        let ids = texts.compactMap { Identifier<Entity>($0) }
        if ids.count == texts.count { return ids }
        note(name, "Something in this list is no id.")
        return nil
    }

    func texts(_ name: String) -> [String]? {
        guard let value = member(name) else { return nil }
        guard case .array(let items) = value else {
            note(name, "A list of texts is expected, not \(value.kind).")
            return nil
        }
        return items.enumerated().compactMap { index, item in
            if case .string(let text) = item { return text }
            note("\(name)", "Item \(index) is \(item.kind), not text.")
            return nil
        }
    }

    /// RFC 3339 with its offset.
    func time(_ name: String) -> Instant? {
        guard let text = text(name, most: 64) else { return nil }
        if let date = try? TextDate(text, order: .automatic), date.offset != nil, text.contains("-") {
            return date.instant(in: .utc)
        }
        note(name, "A time as 2026-11-22T09:30:00Z is expected.")
        return nil
    }

    func object(_ name: String) -> Input? {
        guard let value = member(name) else { return nil }
        let part = Input(value, at: path(name), faults)
        parts.append(part)
        return part
    }

    /// The objects of a list; none when it is missing.
    func items(_ name: String) -> [Input] {
        guard let value = member(name) else { return [] }
        guard case .array(let items) = value else {
            note(name, "A list of objects is expected, not \(value.kind).")
            return []
        }
        let found = items.enumerated().map { Input($0.element, at: "\(path(name))/\($0.offset)", faults) }
        parts += found
        return found
    }

    /// `{"minor": 125000, "currency": "EUR"}`.
    func money(_ name: String) -> Money? {
        guard let part = object(name) else { return nil }
        let minor = part.integer("minor")
        let currency = part.text("currency")
        guard let minor else {
            part.note("minor", "The amount in minor units is needed, 125000 for 1,250.00.")
            return nil
        }
        guard Money.takes(minor) else {
            part.note("minor", Money.tooLarge("").sentence)
            return nil
        }
        guard let currency, currency.utf8.count == 3, currency.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) else {
            part.note("currency", "An ISO 4217 code is needed, such as EUR.")
            return nil
        }
        return Money(minor: minor, currency: currency)
    }

    /// All members as words, such as levels by criterion.
    func words<Word: RawRepresentable & CaseIterable>(_ name: String, _: Word.Type = Word.self) -> [String: Word]
    where Word.RawValue == String {
        guard let part = object(name) else { return [:] }
        return Dictionary(uniqueKeysWithValues: part.order.compactMap { key in part.word(key).map { (key, $0) } })
    }

    /// All members as texts that say the same: numbers, amounts, true and false too; null is an empty text.
    func scalars(in name: String) -> [String: String]? {
        guard let part = object(name) else { return nil }
        return Dictionary(uniqueKeysWithValues: part.order.compactMap { key in part.scalar(key).map { (key, $0) } })
    }

    private func scalar(_ name: String) -> String? {
        asked.insert(name)
        switch members[name] {
        case nil, .null: return ""
        case .integer(let number): return String(number)
        case .bool(let flag): return flag ? "true" : "false"
        case .number(let number) where number.magnitude < 1e12:
            return FieldValue.number(Int64((number * 10_000).rounded())).stored
        case .object: return money(name).map { FieldValue.money($0).stored }
        case .string: return text(name)
        case .some(let other):
            note(name, "Text, a number, true, false or an amount is expected, not \(other.kind).")
            return nil
        }
    }

    func texts(in name: String) -> [String: String] {
        guard let part = object(name) else { return [:] }
        return Dictionary(uniqueKeysWithValues: part.order.compactMap { key in part.text(key).map { (key, $0) } })
    }
}
