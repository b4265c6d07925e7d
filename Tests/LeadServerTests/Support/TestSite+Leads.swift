import LeadApp
import LeadCore
import LeadStore

extension TestSite {
    /// A lead from a source, captured as the API would.
    func lead(_ name: String, source: String = "Web form", value: Int64? = nil) async throws -> Lead.ID {
        try await app.database.write(as: .system) { tx in
            if try tx.read.source(named: source) == nil { try tx.insertSource(tx.newID(), name: source) }
        }
        var inquiry = Inquiry()
        inquiry.name = name
        inquiry.email = "\(name.lowercased().filter { $0.isLetter })@customer.example"
        inquiry.company = "\(name) Ltd"
        inquiry.source = source
        inquiry.value = value.map { Money(minor: $0, currency: "EUR") }
        let command = CaptureLead(
            raw: Array("{}".utf8),
            contentType: "application/json",
            channel: .api,
            inquiry: inquiry
        )
        guard let lead = try await app.perform(command, as: .system).lead else { throw Refusal.notFound("lead") }
        return lead
    }

    /// A lead that was taken all the way to a deal.
    func deal(_ name: String, source: String = "Web form", amount: Int64) async throws -> Opportunity.ID {
        let lead = try await lead(name, source: source, value: amount)
        try await app.perform(
            QualifyLead(lead: lead, levels: ["need": .high, "urgency": .medium, "fit": .medium], conclude: true),
            as: .system
        )
        return try await app.perform(ConvertLeads(leads: [lead], name: name, owner: administrator), as: .system)
            .opportunity
    }
}
