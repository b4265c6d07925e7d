import LeadApp
import LeadCore
import LeadStore

extension Provocation {
    static let captured: [Provocation] = [
        Provocation("batch_refused", ["/1/source"]) { site in
            var (good, bad) = (Inquiry(), Inquiry())
            good.name = "Ada"
            good.source = "Web form"
            bad.name = "Ben"
            let rows = [good, bad].map { inquiry in
                CaptureBatch.Row.capture(
                    CaptureLead(raw: [], contentType: "text/plain", channel: .api, inquiry: inquiry)
                )
            }
            try await site.app.perform(CaptureBatch(rows: rows, atomic: true), as: .system)
        },
        Provocation("cannot_release") { site in
            let mail = CaptureLead(raw: [], contentType: "text/plain", channel: .mail, inquiry: Inquiry())
            let held = try await site.app.perform(mail, as: .system)
            try await site.app.perform(ReleaseSubmission(submission: held.submission), as: site.manager)
        },
        Provocation("nobody_named", ["/email"]) { site in
            let captured = try await site.workplace.capture { inquiry in
                inquiry = Inquiry()
                inquiry.source = "Web form"
            }
            if let refusal = captured.refusal { throw refusal }
        },
        Provocation("nobody_to_hold") { site in
            try await site.app.database.write(as: .system) { tx in try tx.set("default_pool", to: "nobody") }
            if let refusal = try await site.workplace.capture().refusal { throw refusal }
        },
        Provocation("not_quarantined") { site in
            let done = try await site.workplace.capture()
            let dismiss = DismissSubmission(submission: done.submission, reason: "Advertising")
            try await site.app.perform(dismiss, as: site.manager)
        },
        Provocation("idempotency_key_reused") { site in
            let id = try await site.lead()
            for minor in [Int64(1), 2] {
                let value = Money(minor: minor, currency: "EUR")
                try await site.app.perform(ValueLead(lead: id, value: value), as: site.manager, key: "k")
            }
        },
    ]

    static let keeping: [Provocation] = [
        Provocation("email_taken", ["/email"]) { site in
            let person = try NewPerson(name: "Ann", email: "Ann@baton.example", role: .partner)
            try await site.app.perform(CreateUser(person, passwordHash: "none"), as: .system)
        },
        Provocation("holds_leads", ["/successor"]) { site in
            _ = try await site.lead()
            var command = UpdateUser(user: Workplace.ann)
            command.active = false
            try await site.app.perform(command, as: .system)
        },
        Provocation("last_administrator") { site in
            var promotion = UpdateUser(user: Workplace.mia)
            promotion.role = .administrator
            try await site.app.perform(promotion, as: .system)
            var command = UpdateUser(user: Workplace.mia)
            command.role = .marketing
            try await site.app.perform(command, as: .system)
        },
        Provocation("name_taken", ["/name"]) { site in
            try await site.app.perform(SaveSource(name: "Seminar"), as: site.manager)
        },
        Provocation("process_would_drop_leads", ["/process"]) { site in
            var body = PolicyBody.standard
            body.process.steps[1].clock = nil
            try await site.app.perform(SetPolicy(body: body), as: .system)
        },
        Provocation("statuses_in_use", ["/mapping/not_qualified"]) { site in
            _ = try await site.rejected()
            var body = PolicyBody.standard
            body.process.steps.removeAll { $0.status == "not_qualified" }
            for index in body.process.steps.indices {
                body.process.steps[index].moves.removeAll { $0 == "not_qualified" }
            }
            try await site.app.perform(SetPolicy(body: body), as: .system)
        },
        Provocation("too_many_views") { site in
            for number in 0...30 {
                try await site.app.perform(SaveView(name: "View \(number)", query: ""), as: site.ann)
            }
        },
    ]

    static let importing: [Provocation] = [
        Provocation("column_not_found", ["/columns/Quelle"]) { site in
            let record = try await site.draft { $0.columns["Quelle"] = ColumnMapping(.init(.source)) }
            try await site.bench.importer.start(record.id, as: .system)
        },
        Provocation("import_moved_on") { site in
            let record = try await site.draft()
            try await site.app.perform(ImportPart(id: record.id, rows: [], worked: .zero), as: .system)
        },
        Provocation("import_started") { site in
            let record = try await site.draft()
            try await site.bench.importer.start(record.id, as: .system)
            try await site.bench.importer.discard(record.id, as: .system)
        },
        Provocation("import_state") { site in
            try await site.bench.importer.undo(try await site.draft().id, as: .system)
        },
        Provocation("unreadable_file", ["/file"]) { site in
            _ = try await site.draft("")
        },
        Provocation("in_the_future") { site in
            try await site.row("name,source,created_at\nAda,Web form,2031-01-01\n")
        },
        Provocation("invalid_date") { site in
            try await site.row("name,source,created_at\nAda,Web form,whenever\n")
        },
        Provocation("invalid_number", [""]) { _ in
            _ = try TextAmount("much", decimals: 2)
        },
        Provocation("too_many_cells") { site in
            try await site.row("name,source\nAda,Web form,more,cells\n")
        },
        Provocation("unknown_status") { site in
            try await site.row("name,source,status\nAda,Web form,Wherever\n")
        },
        Provocation("lead_not_known") { site in
            try await site.row("external_id,status,when\n77,Open,2026-06-01\n") { mapping in
                mapping.kind = .history
                mapping.columns["when"] = ColumnMapping(.init(.at))
            }
        },
        Provocation("unknown_stage") { site in
            try await site.row("external_id,name,source\n1,Ada,Web form\n")
            try await site.row("external_id,closed_at,status\n1,2026-06-17,Wherever\n") { $0.kind = .deals }
        },
    ]
}
