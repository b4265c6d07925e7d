import LeadApp
import LeadCore
import LeadStore

extension PoolsView {
    init(_ pools: [PoolList.Entry], _ people: [Colleague], _ time: TimeWords, tabs: [TabView], frame: PageFrame) {
        let people = Dictionary(uniqueKeysWithValues: people.map { ($0.id, $0) })
        self.init(
            page: frame,
            tabs: tabs,
            pools: pools.compactMap { PoolCard($0, people, time) },
            isEmpty: pools.isEmpty
        )
    }
}

extension PoolCard {
    fileprivate init?(_ entry: PoolList.Entry, _ people: [User.ID: Colleague], _ time: TimeWords) {
        guard let duty = people[entry.pool.dutyHolder] else { return nil }
        let next = entry.pool.allot().owner.person
        let members = entry.pool.members.compactMap { member in
            people[member.user].map { person in
                PoolMemberRow(
                    holder: HolderView(person),
                    isNext: person.id == next,
                    absence: person.whyPassedOver(time)
                )
            }
        }
        self.init(
            name: entry.name,
            href: "/settings/pools/\(entry.pool.id)",
            strategy: entry.pool.strategy.sentence,
            isDefault: entry.isDefault,
            duty: HolderView(duty),
            members: members,
            hasMembers: !members.isEmpty
        )
    }
}
