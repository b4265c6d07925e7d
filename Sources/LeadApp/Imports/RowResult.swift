import LeadStore

/// What became of one row.
struct RowResult {
    var outcome: RowOutcome
    var code: String?
    var sentence: String?
    /// The lead, contact, deal, account, product or person that it is about.
    var subject: [UInt8]?

    init(_ outcome: RowOutcome, subject: [UInt8]? = nil, code: String? = nil, sentence: String? = nil) {
        self.outcome = outcome
        self.subject = subject
        self.code = code
        self.sentence = sentence
    }
}
