import Foundation
import LeadApp

/// A company of the demo world.
struct Company: Sendable {
    var name: String
    var industry: String
    var country: String
    var city: String
    var employees: Int

    /// The domain of its mails and its web site; `.example` belongs to nobody (RFC 2606).
    var domain: String {
        let words = name.asciiLetters.split { !$0.isLetter }.prefix(2)
        return words.joined(separator: "-") + ".example"
    }
}

extension String {
    /// In small letters without accents, as in mail addresses.
    fileprivate var asciiLetters: String {
        let spelt = lowercased().replacingOccurrences(of: "ß", with: "ss").replacingOccurrences(of: "ł", with: "l")
            .replacingOccurrences(of: "ø", with: "o")
        return spelt.folding(options: .diacriticInsensitive, locale: Locale(identifier: "en"))
    }
}

/// Makes up companies and the people in them.
struct Market {
    /// A company that is well known here, or one that nobody has heard of.
    static func company(_ chance: inout Chance) -> Company {
        if chance.happens(0.28) { return chance.pick(KnownCompanies.all) }
        let country = chance.pick(weighted: Country.all.map { ($0, $0.weight) })
        let trade = chance.pick(country.trades)
        return Company(
            name: "\(chance.pick(country.surnames)) \(trade.word) \(chance.pick(country.legalForms))",
            industry: trade.industry,
            country: country.name,
            city: chance.pick(country.cities),
            employees: Int(chance.amount(median: 120, spread: 1))
        )
    }

    /// Somebody at `company`, as they would describe themselves.
    static func person(at company: Company, title: String, _ chance: inout Chance) -> Inquiry {
        let country = Country.named(company.country)
        var person = Inquiry()
        let given = chance.pick(country.givenNames)
        let surname = chance.pick(country.surnames)
        person.firstName = given
        person.lastName = surname
        person.title = title
        person.company = company.name
        person.industry = company.industry
        person.employees = company.employees
        person.country = company.country
        person.city = company.city
        person.website = "https://\(company.domain)"
        person.email = "\(given.asciiLetters).\(surname.asciiLetters)@\(company.domain)"
        if let pattern = country.phone, country.name == company.country, chance.happens(0.8) {
            person.phone = String(pattern.map { $0 == "#" ? Character(String(chance.number(0...9))) : $0 })
        }
        return person
    }
}
