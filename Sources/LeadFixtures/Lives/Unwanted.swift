import Foundation
import LeadApp
import LeadCore
import LeadStore

/// What else arrives at a form: machines that advertise, people who mistype; kept in quarantine, never dropped.
struct Unwanted {
    let end: Instant
    var chance: Chance

    mutating func plan(_ count: Int) -> [Life] {
        (0..<count).map { _ in
            let at = end - .minutes(Int64(chance.number(30...60 * 24 * 45)))
            return Life(begins: at, arrival: chance.happens(0.6) ? advertisement() : mistyped())
        }
    }

    private mutating func advertisement() -> Deed {
        var inquiry = Inquiry()
        inquiry.name = chance.pick(["SEO Expert", "Best Prices", "Crypto Desk", "Web Ranking Team"])
        inquiry.email = "offer\(chance.number(10...99))@bulk.example"
        inquiry.source = "Web form"
        inquiry.message = chance.pick([
            "First place in all search engines, guaranteed!!!", "10,000 fresh addresses of plant managers, today only.",
            "Dear Sir/Madam, we can double your turnover in one week.",
        ])
        let reasons = [
            CaptureLead.Suspicion(code: "honeypot", sentence: "A field was filled in that people cannot see."),
            CaptureLead.Suspicion(code: "too_fast", sentence: "It was sent faster than anybody can type."),
            CaptureLead.Suspicion(code: "over_limit", sentence: "Too many came from the same place within a minute."),
        ]
        return .inquire(inquiry, .form, suspicion: chance.pick(reasons))
    }

    /// A real person with an address that no mail reaches: to be corrected and released.
    private mutating func mistyped() -> Deed {
        let company = chance.pick(KnownCompanies.all)
        var inquiry = Market.person(at: company, title: chance.pick(Words.titles), &chance)
        inquiry.email = inquiry.email?.replacingOccurrences(of: "@", with: " at ")
        inquiry.source = "Web form"
        inquiry.message = chance.pick(Words.inquiries["Scanners"] ?? [])
        return .inquire(inquiry, chance.happens(0.7) ? .form : .api)
    }
}
