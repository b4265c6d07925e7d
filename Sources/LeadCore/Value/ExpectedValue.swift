/// What a lead is expected to bring: an amount times the chance of a sale, with the reasons for both (requirement H3).
package struct ExpectedValue: Hashable, Sendable {
    /// Where the amount comes from.
    package enum Source: String, CaseIterable, Codable, Sendable {
        /// The opportunity that the lead became has one.
        case deal
        /// Somebody said what the lead is worth, or it came with an amount.
        case stated
        /// What a lead of its product class is worth until more is known.
        case productClass = "product_class"
        /// Nobody knows.
        case unknown
        /// The opportunity counts with another lead, the one that was created first, so that nothing counts twice.
        case otherLead = "other_lead"
    }

    /// Where the chance comes from.
    package enum Basis: Hashable, Sendable {
        case status(StatusKind, Grade?)
        case stage(String)
    }

    package var amount: Money?
    package var source: Source
    /// 0 to 100.
    package var percent: Int
    package var basis: Basis

    package init(amount: Money?, source: Source, percent: Int, basis: Basis) {
        self.amount = amount
        self.source = source
        self.percent = percent
        self.basis = basis
    }

    /// The amount times the chance, to the minor unit, halves up; nil where nobody knows the amount.
    package var value: Money? {
        amount.map { Money(minor: Self.share(percent, of: $0.minor), currency: $0.currency) }
    }

    /// `percent` hundredths of an amount, halves up: the one way in which expected values are rounded.
    package static func share(_ percent: Int, of minor: Int64) -> Int64 {
        let (product, overflow) = minor.multipliedReportingOverflow(by: Int64(percent))
        return overflow ? minor / 100 * Int64(percent) : (product + 50) / 100
    }
}

/// What an expected value is reckoned from.
package struct ValueBasis: Hashable, Sendable {
    /// The opportunity that a lead became, as its value needs it.
    package struct Deal: Hashable, Sendable {
        package var amount: Money?
        package var stage: String
        /// False when the opportunity counts with another of its leads.
        package var countsHere: Bool

        package init(amount: Money?, stage: String, countsHere: Bool) {
            self.amount = amount
            self.stage = stage
            self.countsHere = countsHere
        }
    }

    package var kind: StatusKind
    package var grade: Grade?
    package var stated: Money?
    package var classValue: Money?
    package var deal: Deal?

    package init(kind: StatusKind, grade: Grade?, stated: Money?, classValue: Money?, deal: Deal?) {
        self.kind = kind
        self.grade = grade
        self.stated = stated
        self.classValue = classValue
        self.deal = deal
    }
}

extension Policy {
    /// What a lead is expected to bring: by its class, then by what is known of it, then by its opportunity.
    package func expectedValue(_ basis: ValueBasis) -> ExpectedValue {
        if let deal = basis.deal, basis.kind == .converted { return expectedValue(of: deal) }
        let chance = ExpectedValue.Basis.status(basis.kind, basis.grade)
        let percent = chances.percent(basis.kind, basis.grade)
        if let stated = basis.stated {
            return ExpectedValue(amount: stated, source: .stated, percent: percent, basis: chance)
        }
        guard let classValue = basis.classValue else {
            return ExpectedValue(amount: nil, source: .unknown, percent: percent, basis: chance)
        }
        return ExpectedValue(amount: classValue, source: .productClass, percent: percent, basis: chance)
    }

    private func expectedValue(of deal: ValueBasis.Deal) -> ExpectedValue {
        let stage = ExpectedValue.Basis.stage(deal.stage)
        let percent = opportunityStages.first { $0.key == deal.stage }?.percent ?? 0
        guard deal.countsHere else {
            return ExpectedValue(amount: nil, source: .otherLead, percent: percent, basis: stage)
        }
        return ExpectedValue(
            amount: deal.amount,
            source: deal.amount == nil ? .unknown : .deal,
            percent: percent,
            basis: stage
        )
    }
}
