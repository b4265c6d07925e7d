package import LeadCore

/// Sums of money, one per currency: amounts in different currencies are never added up.
package struct Amounts: Hashable, Sendable {
    /// In the order of the currencies' codes, without zeros.
    package private(set) var sums: [Money]

    package init(_ sums: [Money] = []) {
        self.sums = sums.filter { $0.minor != 0 }.sorted { $0.currency < $1.currency }
    }

    /// The one sum, where everything is in one currency.
    package var single: Money? {
        sums.count == 1 ? sums[0] : nil
    }

    /// The sum in a currency, zero when there is nothing.
    ///
    /// Nil when there is something in another currency.
    func only(in currency: String) -> Money? {
        sums.isEmpty ? Money(minor: 0, currency: currency) : single.flatMap { $0.currency == currency ? $0 : nil }
    }
}

/// Adds up money per group and currency.
struct AmountTally {
    private let currencies: Codebook
    private var minor: [Int64]

    init(groups: Int, _ currencies: Codebook) {
        self.currencies = currencies
        minor = [Int64](repeating: 0, count: groups * currencies.count)
    }

    mutating func add(_ amount: Int64, _ currency: Code, _ group: Int) {
        let place = group * currencies.count + Int(currency)
        minor[place] = minor[place].addingSaturated(amount)
    }

    func amounts(_ group: Int) -> Amounts {
        Amounts(
            currencies.keys.enumerated().map { code, currency in
                Money(minor: minor[group * currencies.count + code], currency: currency)
            }
        )
    }
}
