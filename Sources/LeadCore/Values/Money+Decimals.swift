extension Money {
    /// How many decimals a currency's amounts have (ISO 4217): minor units are the amount times ten to the power of this.
    package static func decimals(of currency: String) -> Int {
        switch currency {
        case "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "UYI", "VND", "VUV", "XAF",
            "XOF", "XPF":
            0
        case "BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND": 3
        default: 2
        }
    }

    /// The amount in major units: its size, and the digits behind the point ("50", "" for a currency without any).
    package var parts: (whole: UInt64, decimals: String) {
        let decimals = Self.decimals(of: currency)
        let unit = (0..<decimals).reduce(1 as UInt64) { unit, _ in unit * 10 }
        let (whole, rest) = minor.magnitude.quotientAndRemainder(dividingBy: unit)
        let digits = decimals == 0 ? "" : String(rest)
        return (whole, String(repeating: "0", count: decimals - digits.count) + digits)
    }

    /// The amount alone with all its decimals, as files hold it: "-1250.00", or "1000" for yen.
    package var decimalText: String {
        let (whole, decimals) = parts
        return (minor < 0 ? "-" : "") + String(whole) + (decimals.isEmpty ? "" : "." + decimals)
    }
}
