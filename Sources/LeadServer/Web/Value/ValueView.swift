import LeadApp
import LeadCore
import LeadStore

/// What a lead is worth, on its page: expected with the reasons, realised, and what its account bought later.
struct ValueView: Encodable {
    /// "€ 2,400"; nil while nobody knows an amount.
    var expected: String?
    /// "20 % of € 12,000, what General is worth until more is known".
    var reason: String
    /// "€ 9,000"; nil while nothing was won.
    var realised: String?
    var attributed: String?
    /// What counts with the lead within each time from its creation; empty while nothing does.
    var horizons: [ValueLine]
    /// To the lead that sales of this account count with, when it is another.
    var firstTouch: LinkView?
}

struct ValueLine: Encodable {
    /// "Within 90 days".
    var label: String
    var value: String
}

extension ValueView {
    init(_ answer: LeadDetail.Answer) {
        let (value, lead) = (answer.value, answer.lead)
        expected = value.expected.value.map(MoneyWords.full)
        reason = value.expected.sentence(answer)
        realised = MoneyWords.sum(value.realised.compactMap(\.amount))
        attributed = MoneyWords.sum(value.attributed(to: lead.id).compactMap(\.amount))
        firstTouch = value.firstTouch.map { LinkView(label: "its first lead", href: LeadAddress.page($0)) }
        guard !value.credited.isEmpty else {
            horizons = []
            return
        }
        horizons =
            Horizon.allCases.map { horizon in
                let amounts = value.credited(to: lead, within: horizon).compactMap(\.amount)
                return ValueLine(label: "Within \(horizon.rawValue) days", value: MoneyWords.sum(amounts) ?? "–")
            } + [ValueLine(label: "Lifetime", value: MoneyWords.sum(value.credited.compactMap(\.amount)) ?? "–")]
    }
}

extension ExpectedValue {
    /// Why it is this much, as one would say it.
    fileprivate func sentence(_ answer: LeadDetail.Answer) -> String {
        let chance = "\(percent)\u{A0}% of \(amount.map(MoneyWords.full) ?? "")"
        switch source {
        case .stated: return "\(chance), the value noted, for \(state(answer))."
        case .productClass:
            return "\(chance), what \(answer.row.productClass) is worth until more is known, for \(state(answer))."
        case .deal: return "\(chance), the amount of the deal, for \(state(answer))."
        case .unknown: return "Nobody has said yet what it is worth."
        case .otherLead: return "Counts with the lead that the deal came from first."
        }
    }

    /// "a lead in Open without a grade", "a deal in Proposal".
    private func state(_ answer: LeadDetail.Answer) -> String {
        switch basis {
        case .status(_, let grade):
            let label = answer.policy.process[answer.lead.status]?.label ?? answer.lead.status.rawValue
            return "a lead in \(label)" + (grade.map { " of grade \($0.label)" } ?? " without a grade")
        case .stage(let key):
            return "a deal in \(answer.policy.opportunityStages.first { $0.key == key }?.label ?? key)"
        }
    }
}

extension MoneyWords {
    /// "€ 9,000 + $ 120": currencies are never added up; nil when there is nothing.
    static func sum(_ amounts: [Money]) -> String? {
        let sums = Dictionary(grouping: amounts, by: \.currency).map { currency, parts in
            Money(minor: parts.reduce(0) { $0 + $1.minor }, currency: currency)
        }
        let told = sums.filter { $0.minor != 0 }.sorted { $0.currency < $1.currency }.map(full)
        return told.isEmpty ? nil : told.joined(separator: " + ")
    }
}
