import LeadCore

extension Wording {
    /// Why a lead stands where it stands: "€ 1,200 expected, loses about € 90 an hour".
    func why(_ cost: WaitingCost) -> String {
        let worth = cost.expected.map { "\(money(Double($0))) expected" } ?? "Nobody knows what it is worth"
        switch cost.reason {
        case .due(let at): return "\(worth), loses nothing before \(time.text(at))"
        case .untouched(let hours):
            return "\(worth), untouched for \(span(hours))\(loss(cost))"
        case .overdue(let hours):
            return hours < 1.0 / 60 ? "\(worth), due now\(loss(cost))" : "\(worth), \(span(hours)) overdue\(loss(cost))"
        }
    }

    private func loss(_ cost: WaitingCost) -> String {
        guard let perHour = cost.perHour, perHour > 0 else { return "" }
        return perHour < 100 ? ", loses little by waiting" : ", loses about \(money(perHour)) an hour"
    }

    /// To two digits, since it is an estimate.
    private func money(_ minor: Double) -> String {
        var unit = 1.0
        while minor / unit >= 1000 { unit *= 10 }
        let whole = Money.decimals(of: policy.currency) == 2 && minor >= 100 ? max(unit, 100) : unit
        return MoneyWords.full(Money(minor: Int64((minor / whole).rounded() * whole), currency: policy.currency))
    }

    private func span(_ hours: Double) -> String {
        TimeWords.working(Span(milliseconds: Int64(hours * 3_600_000)))
    }
}
