import LeadApp
import LeadCore

/// The companies and people that inquiries come from.
///
/// Each place has a few people with an address of their own, so that the books can tell them apart without the product's
/// matching.
enum Town {
    struct Person: Sendable {
        var name: String
        var email: String
        /// Nil for somebody who asks for themselves.
        var firm: String?
    }

    static let campaigns = ["Spring", "Summer", "Autumn"]
    static let firms = [
        "Alba Pumps", "Birk Foods", "Cosmo Steel", "Delta Optics", "Erle Paper", "Fenn Glass", "Gora Marine",
        "Hagen Tools", "Inda Rail", "Jura Stone",
    ]
    static let loners = ["Solo Adams", "Lone Baker", "Uno Clark"]
    static let firstNames = ["Ada", "Ben", "Cleo", "Dan"]

    static var places: Int { firms.count + loners.count }

    static func person(_ index: Int, at place: Int) -> Person {
        guard place < firms.count else {
            let name = loners[place - firms.count]
            return Person(name: name, email: "\(name.split(separator: " ")[1].lowercased())@home.example", firm: nil)
        }
        let word = firms[place].split(separator: " ")[0]
        let first = firstNames[index % firstNames.count]
        return Person(
            name: "\(first) \(word)son",
            email: "\(first.lowercased())@\(word.lowercased()).example",
            firm: firms[place]
        )
    }

    /// What the account of a place is called.
    static func account(of place: Int) -> String {
        place < firms.count ? firms[place] : loners[place - firms.count]
    }
}
