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
            let arrival = chance.pick([0, 0, 1, 2])
            switch arrival {
            case 0: return Life(begins: at, arrival: advertisement())
            case 1: return Life(begins: at, arrival: mistyped())
            default: return Life(begins: at, arrival: overzealous())
            }
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
        return .inquire(inquiry, .form, suspicion: chance.pick(Self.reasons))
    }

    /// The same words as the server's own (FormSuspicions).
    private static let reasons = [
        CaptureLead.Suspicion(code: "honeypot", sentence: "A field that people do not see was filled in."),
        CaptureLead.Suspicion(code: "too_fast", sentence: "The form was filled in faster than anybody types."),
        CaptureLead.Suspicion(code: "too_many", sentence: "More than twenty came from one address within ten minutes."),
    ]

    /// A real person whose browser filled in the form for them: to be released.
    private mutating func overzealous() -> Deed {
        var inquiry = Market.person(at: Market.company(&chance), title: chance.pick(Words.titles), &chance)
        inquiry.source = "Web form"
        inquiry.message = chance.pick(Words.inquiries["Scanners"] ?? [])
        return .inquire(inquiry, .form, suspicion: chance.pick(Self.reasons))
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
