/// The working calendar of whoever holds a lead: the person's own, else their team's, else the workspace's, each without the
/// times at which the person is away.
package struct Calendars: Sendable {
    package let standard: WorkingCalendar
    private let own: [Owner: WorkingCalendar]

    /// - Parameter own: only of those whose calendar is not the standard one.
    package init(_ standard: WorkingCalendar, own: [Owner: WorkingCalendar] = [:]) {
        self.standard = standard
        self.own = own
    }

    package subscript(owner: Owner) -> WorkingCalendar {
        own[owner] ?? standard
    }
}

/// Which calendars people and teams chose, who is in which team, and who is away when.
package struct Roster: Sendable {
    /// A person and a team that they are in.
    package struct Membership: Sendable {
        package var user: User.ID
        package var pool: Pool.ID

        package init(user: User.ID, pool: Pool.ID) {
            self.user = user
            self.pool = pool
        }
    }

    /// The name of the calendar that a person or team works by.
    package var choices: [Owner: String]
    /// In the order in which teams count.
    package var memberships: [Membership]
    package var absences: [User.ID: [Range<Instant>]]

    package init(choices: [Owner: String], memberships: [Membership], absences: [User.ID: [Range<Instant>]]) {
        self.choices = choices
        self.memberships = memberships
        self.absences = absences
    }

    /// - Parameter named: the policy's calendars; a name that is gone counts as no choice.
    package func calendars(standard: WorkingCalendar, named: [String: WorkingCalendar]) -> Calendars {
        var own: [Owner: WorkingCalendar] = [:]
        for (owner, name) in choices { own[owner] = named[name] }
        for membership in memberships where own[.person(membership.user)] == nil {
            own[.person(membership.user)] = own[.pool(membership.pool)]
        }
        for (user, times) in absences {
            own[.person(user)] = (own[.person(user)] ?? standard).absent(during: times)
        }
        return Calendars(standard, own: own)
    }
}
