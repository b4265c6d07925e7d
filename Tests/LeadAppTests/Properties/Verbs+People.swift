import LeadApp
import LeadCore
import LeadStore

extension Verb {
    /// Who is there, who stands in for whom, and what people keep for themselves.
    static let peopling: [Verb] = [
        Verb("enter_absence", 3) { scene in
            let person = scene.dice.oneIn(3) ? nil : try await scene.user()
            let from = scene.stage.time.now + .hours(scene.dice.pick([-30, 0, 5, 30, 24 * 20]))
            let until = from + .hours(scene.dice.pick([-1, 3, 24, 24 * 14]))
            let command = EnterAbsence(person: person, from: from, until: until, note: "Away")
            try await scene.perform(command, as: try await scene.boss())
        },
        Verb("end_absence", 2) { scene in
            let now = scene.stage.time.now
            let absences = try await scene.stage.read { try $0.absences(of: nil, notOverAt: now).map(\.id) }
            guard !absences.isEmpty else { throw Idle() }
            try await scene.perform(EndAbsence(absence: scene.dice.pick(absences)), as: try await scene.boss())
        },
        Verb("appoint_assistant", 2) { scene in
            let person = try await scene.user()
            let until = scene.dice.oneIn(2) ? scene.moment() : nil
            let command = AppointAssistant(person: person, assistant: try await scene.user(), until: until)
            try await scene.perform(command, as: try await scene.stage.actor(person) ?? scene.stage.administrator)
        },
        Verb("dismiss_assistant", 1) { scene in
            let records = try await scene.stage.read { try $0.assistants(of: nil) }
            guard !records.isEmpty else { throw Idle() }
            let record = scene.dice.pick(records)
            let command = DismissAssistant(person: record.person, assistant: record.assistant)
            try await scene.perform(command, as: scene.stage.administrator)
        },
        Verb("set_manager", 1) { scene in
            let manager = scene.dice.oneIn(3) ? nil : try await scene.user()
            let command = SetManager(person: try await scene.user(), manager: manager)
            try await scene.perform(command, as: scene.stage.administrator)
        },
        Verb("update_myself", 1) { scene in
            let me = try await scene.user()
            guard let actor = try await scene.stage.actor(me) else { throw Idle() }
            let away = scene.dice.oneIn(2) ? scene.moment() : nil
            try await scene.perform(UpdateMyself(name: "Person \(me.low)", awayUntil: away), as: actor)
        },
        Verb("create_user", 1) { scene in
            let role = scene.dice.pick([.insideSales, .fieldSales, .partner, .marketing] as [Role])
            let number = scene.dice.below(4)
            let person = try NewPerson(name: "Newcomer \(number)", email: "new\(number)@baton.example", role: role)
            let command = CreateUser(person, link: .random())
            try await scene.perform(command, as: scene.stage.administrator)
        },
        Verb("read_notice", 2) { scene in
            let notices = try await scene.stage.read { snapshot in
                try snapshot.all("SELECT id, user_id FROM notices ORDER BY at DESC, id LIMIT 12") { row in
                    (id: try row.next() as Notice.ID, user: try row.next() as User.ID)
                }
            }
            guard !notices.isEmpty else { throw Idle() }
            let notice = scene.dice.pick(notices)
            let mine = scene.dice.oneIn(6) ? try await scene.user() : notice.user
            guard let actor = try await scene.stage.actor(mine) else { throw Idle() }
            try await scene.perform(ReadNotice(notice: notice.id), as: actor)
        },
        Verb("read_all_notices", 1) { scene in
            try await scene.perform(ReadAllNotices(), as: try await scene.anybody())
        },
        Verb("save_view", 1) { scene in
            let command = SaveView(name: scene.dice.pick(["Mine", "Hot", " "]), query: "status=open")
            try await scene.perform(command, as: try await scene.anybody())
        },
        Verb("delete_view", 1) { scene in
            let me = try await scene.anybody()
            let views = try await scene.stage.app.fetch(SavedViews(), as: me)
            guard !views.isEmpty else { throw Idle() }
            try await scene.perform(DeleteView(view: scene.dice.pick(views).id), as: me)
        },
    ]
}
