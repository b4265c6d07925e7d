import LeadCore
import LeadStore

extension Transaction {
    /// Tells people what an act did, in its own transaction; nobody is told of what they did themselves.
    func announce(_ act: LeadAct) throws {
        var told: Set<Told> = []
        for announcement in act.announcements {
            for user in try people(announcement.to, act.lead) where user != actor.user {
                guard told.insert(Told(user: user, kind: announcement.kind)).inserted else { continue }
                try tell(user, announcement.kind, of: act.lead.id, announcement.details)
                try mailNotice(announcement.kind, of: act.lead.id, to: user, act.facts.calendars[.person(user)])
            }
        }
    }

    private struct Told: Hashable {
        var user: User.ID
        var kind: NoticeKind
    }

    private func people(_ to: Announcement.To, _ lead: Lead) throws -> [User.ID] {
        switch to {
        case .holder(let owner): try holder(owner).map { [$0] } ?? []
        case .told(.owner, let owner): try holder(owner).map { [$0] } ?? []
        case .told(.manager, let owner): try read.managers(of: holder(owner))
        case .told(.marketing, _): try marketing(lead)
        case .told(.dutyHolder, let owner): try dutyHolder(owner).map { [$0] } ?? []
        }
    }

    /// Who answers for the lead: its person, or its pool's duty holder.
    private func holder(_ owner: Owner) throws -> User.ID? {
        switch owner {
        case .person(let user): user
        case .pool(let pool): try read.dutyHolder(of: pool)
        case .elsewhere: nil
        }
    }

    private func marketing(_ lead: Lead) throws -> [User.ID] {
        if let keeper = lead.marketingOwner, try read.user(keeper)?.active == true { return [keeper] }
        return try read.active(.marketing)
    }

    private func dutyHolder(_ owner: Owner) throws -> User.ID? {
        guard let user = owner.person else { return try holder(owner) }
        if let pool = try read.memberships(of: user).first { return try read.dutyHolder(of: pool) }
        return try DefaultPool.pool(self)?.dutyHolder
    }
}
