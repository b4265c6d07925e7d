/// Gathers what is wrong with one input, so that whoever sent it can mend all of it at once.
package struct Faults {
    private var found: [Refusal] = []

    package init() {}

    package var isEmpty: Bool { found.isEmpty }

    /// What `body` answers; nil when it found the input wrong, which is remembered.
    ///
    /// - Throws: any other "no", at once.
    package mutating func check<T>(_ body: () throws -> T) throws -> T? {
        do {
            return try body()
        } catch let refusal as Refusal where refusal.kind == .invalid {
            found.append(refusal)
            return nil
        }
    }

    /// Everything that was found, in one refusal that says the first of it.
    package var refusal: Refusal {
        var all = found.first ?? .invalid("", "This cannot be used.")
        for other in found.dropFirst() {
            let issues = other.issues.isEmpty ? [Refusal.Issue("", other.sentence)] : other.issues
            all.issues += issues.filter { !all.issues.contains($0) }
        }
        return all
    }
}
