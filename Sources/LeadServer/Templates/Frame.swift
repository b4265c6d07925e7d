import LeadCore
import LeadStore

extension Site {
    /// What surrounds a page: title, who looks at it, navigation for their role, the message after an act.
    func frame(_ title: String, _ visit: Visit) -> PageFrame {
        let user = visit.credential?.user
        let unread = visit.credential?.unread ?? 0
        var frame = PageFrame(
            title: title,
            csrf: visit.credential?.csrf ?? "",
            user: user.map { UserView($0.name, role: $0.role, id: $0.id) },
            navigation: user.map { Navigation.entries(for: $0.role, at: visit.path, unread: unread) } ?? []
        )
        frame.theme = visit.theme
        frame.search = visit.search
        frame.flash = visit.flash
        return frame
    }
}

extension UserView {
    init(_ name: String, role: Role, id: User.ID) {
        self.init(name: name, role: role.label, initials: Initials.of(name), hue: Initials.hue(id))
    }
}
