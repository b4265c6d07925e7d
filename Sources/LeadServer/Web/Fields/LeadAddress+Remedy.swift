import LeadCore

extension LeadAddress {
    /// The page on which the first piece that a status still asks for can be supplied; nil when nothing is missing.
    static func remedy(for refusal: Refusal, on lead: Lead.ID) -> String? {
        guard refusal.code == "fields_missing", let pointer = refusal.issues.first?.pointer else { return nil }
        let act: String? =
            switch pointer.split(separator: "/").first {
            case "qualification": LeadVerb.qualify.path
            case "fields": FieldsPage.path
            case "account": AccountPage.path
            case "contacts": ContactPage.path
            case "value": ValuePage.path
            case "nextStep": LeadVerb.nextStep.path
            default: nil
            }
        return act.map { LeadAddress.act(lead, $0) }
    }
}
