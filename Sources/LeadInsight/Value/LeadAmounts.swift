import LeadCore

/// The amount that each lead is reckoned with: what somebody said, else what its product class is worth.
struct LeadAmounts {
    private let leads: LeadColumns
    /// By the code of the product class.
    private let classes: [(minor: Int64, currency: Code)?]

    init(_ columns: Columns) {
        leads = columns.leads
        classes = (0..<columns.productClasses.count).map { code in
            columns.classValues[Code(code)].map { value in
                (value.minor, columns.currencies.existing(value.currency) ?? Codebook.none)
            }
        }
    }

    subscript(lead: Row) -> (minor: Int64, currency: Code)? {
        let stated = leads.value[lead]
        return stated == LeadColumns.unstated
            ? classes[Int(leads.productClass[lead])] : (minor: stated, currency: leads.currency[lead])
    }

    /// What a lead in a status of a kind is expected to bring.
    func expected(_ lead: Row, _ row: Chances.Row) -> (minor: Int64, currency: Code)? {
        self[lead].map { (ExpectedValue.share(row[leads.grade[lead]], of: $0.minor), $0.currency) }
    }
}
