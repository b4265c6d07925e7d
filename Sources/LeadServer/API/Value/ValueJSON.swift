import LeadApp
import LeadCore
import LeadStore

extension JSONValue {
    /// An expected value with its reasons: `{"value": …, "amount": …, "amountFrom": "stated", "percent": 20, "because": …}`.
    static func expected(_ expected: ExpectedValue) -> JSONValue {
        [
            "value": .money(expected.value), "amount": .money(expected.amount),
            "amountFrom": .text(expected.source.rawValue), "percent": .int(expected.percent),
            "because": because(expected.basis),
        ]
    }

    private static func because(_ basis: ExpectedValue.Basis) -> JSONValue {
        switch basis {
        case .status(let kind, let grade): ["statusKind": .text(kind.rawValue), "grade": .text(grade?.rawValue)]
        case .stage(let stage): ["stage": .text(stage)]
        }
    }

    /// What a lead has brought, and what counts with it by first touch.
    static func worth(_ detail: LeadDetail.Answer) -> JSONValue {
        let (value, lead) = (detail.value, detail.lead)
        return [
            "realised": .amounts(value.realised), "attributed": .amounts(value.attributed(to: lead.id)),
            "within": .object(
                Horizon.allCases.map { horizon in
                    .init(name: "\(horizon.rawValue)", value: .amounts(value.credited(to: lead, within: horizon)))
                }
            ),
            "lifetime": .amounts(value.credited), "firstTouch": .id(value.firstTouch ?? lead.id),
        ]
    }

    /// One sum a currency.
    private static func amounts(_ deals: [WonDeal]) -> JSONValue {
        let sums = Dictionary(grouping: deals.compactMap(\.amount), by: \.currency).map { currency, parts in
            Money(minor: parts.reduce(0) { $0 + $1.minor }, currency: currency)
        }
        return .list(sums.sorted { $0.currency < $1.currency }.map { .money($0) })
    }
}
