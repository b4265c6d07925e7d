import Foundation
package import LeadApp
package import LeadCore
import LeadStore

/// A small workspace with people and leads that tests call by name, in a file of its own that goes when the world does.
///
///     let world = try await World.make()
///     try await world.app.perform(RejectLead(lead: world.leadAcme, reason: "No need"), as: world.maria)
///
/// All of them sign in with `Cast.password`. It is Monday, 2 March 2026, a quarter past ten in Berlin; the clock stands until a test moves it.
package final class World: Sendable {
    package let app: App
    package let clock: SimulatedClock
    /// The database file, for tests that open it again.
    package let path: String

    package let petra: Actor
    package let jonas: Actor
    package let nina: Actor
    package let maria: Actor
    package let tom: Actor
    package let frida: Actor
    package let luca: Actor
    package let sanne: Actor

    package let insideSales: Pool.ID
    package let fieldSales: Pool.ID
    package let partners: Pool.ID

    /// New and untouched; Maria holds it.
    package let leadAcme: Lead.ID
    /// Being qualified by Tom after a first talk.
    package let leadKestrel: Lead.ID
    /// Qualified by Aylin, ready for sales.
    package let leadValdor: Lead.ID
    /// Handed off to Frida by Ben, not accepted yet.
    package let leadHelix: Lead.ID
    /// Accepted by Luca.
    package let leadBrennero: Lead.ID
    /// Asleep with Nina until June.
    package let leadTannhof: Lead.ID
    /// Rejected by Aylin: no need.
    package let leadOstwind: Lead.ID
    /// Converted into `dealFjordtek`.
    package let leadFjordtek: Lead.ID
    /// Claire's open deal, worth 48,000.
    package let dealFjordtek: Opportunity.ID

    package static let morning = Instant(milliseconds: 1_772_442_900_000)

    package static func make() async throws -> World {
        let path = NSTemporaryDirectory() + "baton-world-\(UUID().uuidString).sqlite"
        let clock = SimulatedClock(morning)
        let app = try await App.open(TestEngine.place(path), durability: .off) { clock.now }
        let staff = try await Furnishing(app: app, end: morning).furnish()
        let leads = try await WorldLeads(app: app, staff: staff, now: clock.now).tell()
        return World(app, clock, path, staff, leads)
    }

    private init(_ app: App, _ clock: SimulatedClock, _ path: String, _ staff: Staff, _ leads: WorldLeads.Told) {
        self.app = app
        self.clock = clock
        self.path = path
        petra = staff.actor(Cast.administrator)
        jonas = staff.actor(Cast.manager)
        nina = staff.actor(Cast.marketing[0])
        maria = staff.actor(Cast.insideSales[0])
        tom = staff.actor(Cast.insideSales[1])
        frida = staff.actor(Cast.fieldSales[0])
        luca = staff.actor(Cast.fieldSales[1])
        sanne = staff.actor(Cast.partners[0])
        insideSales = staff.id(of: .insideSales)
        fieldSales = staff.id(of: .fieldSales)
        partners = staff.id(of: .partners)
        leadAcme = leads.acme
        leadKestrel = leads.kestrel
        leadValdor = leads.valdor
        leadHelix = leads.helix
        leadBrennero = leads.brennero
        leadTannhof = leads.tannhof
        leadOstwind = leads.ostwind
        leadFjordtek = leads.fjordtek
        dealFjordtek = leads.fjordtekDeal
    }

    deinit {
        for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) }
        TestEngine.remove(path)
    }
}
