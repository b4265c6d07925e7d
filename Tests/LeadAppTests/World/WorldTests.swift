import LeadApp
import LeadCore
import LeadFixtures
import LeadStore
import Testing

@Suite("The named world")
struct WorldTests {
    @Test("each named lead stands where its name says")
    func standings() async throws {
        let world = try await World.make()
        let expected: [(Lead.ID, Status, User.ID?)] = [
            (world.leadAcme, "open", world.maria.user), (world.leadKestrel, "in_process", world.tom.user),
            (world.leadValdor, "qualified", nil), (world.leadHelix, "handed_off", world.frida.user),
            (world.leadBrennero, "accepted", world.luca.user), (world.leadTannhof, "nurture", world.nina.user),
            (world.leadOstwind, "not_qualified", nil), (world.leadFjordtek, "converted", nil),
        ]
        for (id, status, holder) in expected {
            let lead = try #require(try await world.app.database.read { try $0.lead(id) })
            #expect(lead.status == status)
            if let holder { #expect(lead.owner == .person(holder)) }
        }
        let deal = try await world.app.database.read { [id = world.dealFjordtek] in try $0.opportunity(id) }
        #expect(deal?.kind == .open)
        #expect(deal?.amount == Money(minor: 4_800_000, currency: "EUR"))
    }

    @Test("its clock stands until it is moved")
    func clock() async throws {
        let world = try await World.make()
        #expect(world.clock.now == World.morning)
        world.clock.advance(to: World.morning + .days(1))
        #expect(world.app.clock() == World.morning + .days(1))
    }
}
