import LeadCore

/// What conditions ask for: numbers and amounts of custom fields as numbers, and where in a country an account is.
enum ConditionSchema {
    static func script(_ dialect: Dialect) -> String {
        """
        ALTER TABLE accounts ADD COLUMN region TEXT;
        ALTER TABLE accounts ADD COLUMN postal_code TEXT;
        ALTER TABLE lead_fields ADD COLUMN amount BIGINT;
        UPDATE lead_fields SET amount = CAST(ROUND(CAST(value AS DOUBLE PRECISION) * 10000) AS BIGINT)
          WHERE kind = 'number';
        UPDATE lead_fields SET amount = CAST(ROUND(CAST(SUBSTR(value, 1, LENGTH(value) - 4) AS DOUBLE PRECISION)
          * CASE SUBSTR(value, LENGTH(value) - 2) \(scales) ELSE 100 END) AS BIGINT) WHERE kind = 'money';
        """
    }

    /// Minor units of the currencies that have not two decimals.
    private static var scales: String {
        let codes = [
            "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "UYI", "VND", "VUV", "XAF",
            "XOF", "XPF", "BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND",
        ]
        return codes.map { "WHEN '\($0)' THEN \(Money.decimals(of: $0) == 0 ? 1 : 1000)" }.joined(separator: " ")
    }
}
