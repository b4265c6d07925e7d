import Hummingbird
import LeadApp
import LeadCore
import LeadStore

/// What was done to the workspace, newest first.
struct AuditPages: RouteSet {
    let site: Site

    func add(to routes: RouterGroup<Visit>) {
        routes.get("/settings/audit") { request, visit in
            let tabs = try site.tabs(.audit, visit)
            let query = request.uri.queryParameters
            let person = query["person"].flatMap { User.ID(String($0)) }
            let before = query["before"].flatMap { Int($0) }
            let answer = try await site.app.fetch(AuditList(of: person, before: before), as: visit.actor)
            let time = try await site.time(for: visit.actor)
            var view = AuditView(answer, of: person, time, tabs: tabs, frame: site.frame("Audit", visit))
            if before != nil { view.first = AuditView.address(of: person, before: nil) }
            return try site.page(view)
        }
    }
}

extension AuditView {
    init(_ answer: AuditList.Answer, of person: User.ID?, _ time: TimeWords, tabs: [TabView], frame: PageFrame) {
        let people = answer.directory.people.sorted {
            ($0.value.lowercased(), $0.key) < ($1.value.lowercased(), $1.key)
        }
        let options = people.map { Option(value: "\($0.key)", label: $0.value, chosen: $0.key == person) }
        self.init(
            page: frame,
            tabs: tabs,
            person: .select("person", "Person", options: [.blank("Everybody")] + options),
            lines: answer.lines.map { AuditRow($0, answer.directory, time) },
            isEmpty: answer.lines.isEmpty,
            next: answer.next.map { Self.address(of: person, before: $0) }
        )
    }

    static func address(of person: User.ID?, before: Int?) -> String {
        let parts = [person.map { "person=\($0)" }, before.map { "before=\($0)" }].compactMap { $0 }
        return "/settings/audit" + (parts.isEmpty ? "" : "?" + parts.joined(separator: "&"))
    }
}

extension AuditRow {
    fileprivate init(_ line: AuditLine, _ directory: Directory, _ time: TimeWords) {
        self.init(
            at: time.moment(line.at),
            who: line.actorName ?? (line.actor == nil ? "Baton or its operator" : "Somebody who left"),
            what: Self.words(line.command),
            subject: line.subject.map { Self.subject($0, directory) },
            refused: line.refused.map { StatusView(code: "refused", label: Self.words($0), tone: "offered") }
        )
    }

    /// `save_pool` is "Save pool".
    private static func words(_ name: String) -> String {
        let text = name.replacing("_", with: " ")
        return text.prefix(1).uppercased() + text.dropFirst()
    }

    /// The name of a person or pool; of other things the kind, and the end of the id to tell them apart.
    private static func subject(_ text: String, _ directory: Directory) -> String {
        let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return text }
        switch parts[0] {
        case "person": return User.ID(parts[1]).map { directory.name($0) } ?? text
        case "pool": return Pool.ID(parts[1]).map { directory.name(.pool($0)) } ?? text
        default: return "\(words(parts[0])) \(parts[1].suffix(8))"
        }
    }
}
