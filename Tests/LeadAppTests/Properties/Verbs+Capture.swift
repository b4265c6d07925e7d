import LeadApp
import LeadCore
import LeadStore

extension Verb {
    /// Ways in: the API and pages, forms, batches, files, and what cannot be used.
    static let capturing: [Verb] = [
        Verb("capture", 16) { scene in
            try await scene.capture(scene.inquiry(), .api)
        },
        Verb("capture_by_page", 4) { scene in
            try await scene.capture(scene.inquiry(), .page, as: try await scene.anybody())
        },
        Verb("capture_again", 3) { scene in
            var inquiry = scene.inquiry()
            inquiry.externalID = "again-\(scene.dice.below(6))"
            try await scene.capture(inquiry, .api)
        },
        Verb("capture_contact_only", 2) { scene in
            var inquiry = scene.inquiry()
            inquiry.contactOnly = true
            try await scene.capture(inquiry, .api)
        },
        Verb("capture_unusable", 2) { scene in
            var inquiry = scene.inquiry()
            switch scene.dice.below(4) {
            case 0: inquiry.source = "Nowhere"
            case 1: inquiry.source = nil
            case 2: inquiry.email = "no address"
            default:
                let source = inquiry.source
                inquiry = Inquiry()
                inquiry.source = source
            }
            try await scene.capture(inquiry, scene.dice.pick([.api, .mail]))
        },
        Verb("capture_unreadable", 1) { scene in
            let refusal = Refusal.invalid("", "This is no JSON.")
            let reject = RejectArrival(raw: [0x7B], contentType: "text/plain", channel: .api, refusal: refusal)
            guard let captured = try await scene.perform(reject, as: .system) else { return }
            scene.books.record(captured, source: nil)
        },
        Verb("capture_batch", 2) { scene in
            let inquiries = (0...scene.dice.below(5)).map { _ in scene.inquiry(mayLackSource: true) }
            let rows = inquiries.map { CaptureBatch.Row.capture(Scene.command(for: $0, .api)) }
            let batch = CaptureBatch(rows: rows, atomic: scene.dice.oneIn(2))
            guard let outcomes = try await scene.perform(batch, as: .system) else { return }
            for (inquiry, captured) in zip(inquiries, outcomes) { scene.books.record(captured, of: inquiry) }
        },
        Verb("capture_form", 4) { scene in
            let form = scene.dice.pick(scene.stage.forms)
            let person = scene.person()
            let body =
                scene.dice.oneIn(8)
                ? "company=&message=hello"
                : "name=\(person.name)&email=\(person.email)&company=\(person.firm ?? "")&message=Please+call"
            let suspicion = CaptureLead.Suspicion(code: "honeypot", sentence: "A field was filled that nobody sees.")
            let command = CaptureForm(
                raw: Array(body.replacing(" ", with: "+").utf8),
                contentType: scene.dice.oneIn(12) ? "text/plain" : "application/x-www-form-urlencoded",
                form: form.id,
                suspicion: scene.dice.oneIn(4) ? suspicion : nil
            )
            guard let captured = try await scene.perform(command, as: .system) else { return }
            scene.books.record(captured, form: form, email: person.email)
        },
        Verb("release", 3) { scene in
            guard let held = try await scene.quarantined() else { throw Idle() }
            let releaser = try await scene.anybody()
            guard let captured = try await scene.perform(ReleaseSubmission(submission: held.id), as: releaser) else {
                return
            }
            scene.books.release(captured, of: held)
        },
        Verb("dismiss", 1) { scene in
            guard let held = try await scene.quarantined() else { throw Idle() }
            let dismiss = DismissSubmission(submission: held.id, reason: scene.dice.pick(["Advertising", " "]))
            guard try await scene.perform(dismiss, as: try await scene.anybody()) != nil else { return }
            scene.books.dismiss(held)
        },
        Verb("import", 3) { scene in try await scene.importFile() },
        Verb("import_history", 3) { scene in try await scene.importHistory(.history) },
        Verb("import_deals", 1) { scene in try await scene.importHistory(.deals) },
        Verb("undo_import", 3) { scene in try await scene.undoImport() },
    ]
}
