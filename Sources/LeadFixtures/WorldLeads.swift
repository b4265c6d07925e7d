import LeadApp
import LeadCore
import LeadStore

/// Brings the named leads of `World` to where they stand, through the doors.
struct WorldLeads {
    let app: App
    let staff: Staff
    let now: Instant

    struct Told {
        var acme: Lead.ID
        var kestrel: Lead.ID
        var valdor: Lead.ID
        var helix: Lead.ID
        var brennero: Lead.ID
        var tannhof: Lead.ID
        var ostwind: Lead.ID
        var fjordtek: Lead.ID
        var fjordtekDeal: Opportunity.ID
    }

    /// The inside sellers get them in turn: Maria, Tom, Aylin, Ben, and round again.
    func tell() async throws -> Told {
        let acme = try await arrive("Anna Dietz", "Acme Gearworks GmbH", "Web form")
        let kestrel = try await arrive("Callum Rowe", "Kestrel Aerostructures plc", "Trade show")
        let valdor = try await arrive("Camille Perrin", "Valdor Fonderie SAS", "Referral")
        let helix = try await arrive("Zara Thornton", "Helix Orthopaedics Ltd", "Web site")
        let tannhof = try await arrive("Uwe Gerlach", "Tannhof Medizintechnik GmbH", "E-mail")
        let brennero = try await arrive("Chiara Ferri", "Brennero Stampi S.r.l.", "Partner")
        let ostwind = try await arrive("Heike Lorenz", "Ostwind Guss GmbH", "Telemarketing")
        let fjordtek = try await arrive("Nils Dahl", "Fjordtek Subsea AS", "Sales")

        let (tom, aylin, ben, maria) = (seller(1), seller(2), seller(3), seller(0))
        try await reach(kestrel, tom)
        try await qualify(valdor, aylin)
        try await qualify(helix, ben)
        try await handOff(helix, from: ben)
        try await recycle(tannhof, maria)
        try await qualify(brennero, tom)
        try await app.perform(AcceptLead(lead: brennero), as: try await handOff(brennero, from: tom))
        try await app.perform(RejectLead(lead: ostwind, reason: "No need"), as: aylin)
        try await qualify(fjordtek, ben)
        let claire = try await handOff(fjordtek, from: ben)
        try await app.perform(AcceptLead(lead: fjordtek), as: claire)
        let deal = try await app.perform(
            ConvertLeads(
                leads: [fjordtek],
                name: "Fjordtek Subsea AS, Lumen H2 handheld",
                product: "Lumen H2 handheld",
                amount: Money(minor: 4_800_000, currency: "EUR")
            ),
            as: claire
        )
        return Told(
            acme: acme,
            kestrel: kestrel,
            valdor: valdor,
            helix: helix,
            brennero: brennero,
            tannhof: tannhof,
            ostwind: ostwind,
            fjordtek: fjordtek,
            fjordtekDeal: deal.opportunity
        )
    }

    private func seller(_ number: Int) -> Actor {
        staff.actor(Cast.insideSales[number])
    }

    private func arrive(_ name: String, _ company: String, _ source: String) async throws -> Lead.ID {
        var inquiry = Inquiry()
        inquiry.name = name
        inquiry.company = company
        inquiry.email =
            "\(name.split(separator: " ")[0].lowercased())@\(company.split(separator: " ")[0].lowercased()).example"
        inquiry.source = source
        inquiry.productClass = "Scanners"
        let raw = RawArrival(inquiry, .api)
        let captured = try await app.perform(
            CaptureLead(raw: raw.bytes, contentType: raw.contentType, channel: .api, inquiry: inquiry),
            as: .system
        )
        guard let lead = captured.lead else { throw captured.refusal ?? Refusal.notFound("lead") }
        return lead
    }

    private func reach(_ lead: Lead.ID, _ seller: Actor) async throws {
        let call = Attempt(channel: .phone, outcome: .reached, seconds: 300)
        try await app.perform(LogAttempt(lead: lead, attempt: call, note: "First talk."), as: seller)
    }

    private func qualify(_ lead: Lead.ID, _ seller: Actor) async throws {
        try await reach(lead, seller)
        let command = QualifyLead(
            lead: lead,
            levels: ["need": .high, "urgency": .medium, "fit": .high, "authority": .medium, "money": .medium],
            evidence: ["need": "Lost an order for want of a report."],
            conclude: true
        )
        try await app.perform(command, as: seller)
    }

    /// Frida, Luca and Claire get them in turn.
    @discardableResult
    private func handOff(_ lead: Lead.ID, from seller: Actor) async throws -> Actor {
        let command = HandOffLead(lead: lead, to: .pool(staff.id(of: .fieldSales)))
        return staff.actor(staff.person(for: try await app.perform(command, as: seller).owner))
    }

    private func recycle(_ lead: Lead.ID, _ seller: Actor) async throws {
        let command = RecycleLead(
            lead: lead,
            reason: "Budget next period",
            wakeAt: now + .days(95),
            marketingOwner: staff.id(of: Cast.marketing[0])
        )
        try await app.perform(command, as: seller)
    }
}
