import HTTPTypes
import Hummingbird
import LeadApp
import LeadCore
import LeadStore
import NIOCore

/// `/forms/{key}`: a page to link to or to show in a frame, and the address to which any web site may post.
///
/// Whoever fills it in is never turned away: what looks wrong is held back for a person to look at, and the visitor is thanked all the
/// same.
struct PublicFormPages: RouteSet {
    let site: Site
    private let suspicions: FormSuspicions
    private static let mostBytes = 256_000
    private static let cut = CaptureLead.Suspicion(
        code: "too_large",
        sentence: "It was larger than a form may be: only the first \(mostBytes) bytes were kept."
    )

    init(site: Site) {
        self.site = site
        suspicions = FormSuspicions(stamp: site.stamp)
    }

    func add(to routes: RouterGroup<Visit>) {
        routes.get("/forms/:key") { _, visit in
            let form = try await form(visit)
            let view = PublicFormPageView(form, stamp: site.stamp.text(form: form.key, at: site.app.clock()))
            return try page(view, form)
        }
        routes.get("/forms/:key/thanks") { _, visit in
            let form = try await form(visit)
            return try page(ThanksView(name: form.name), form)
        }
        routes.post("/forms/:key") { request, visit in try await receive(request, visit) }
    }

    private func form(_ visit: Visit) async throws -> FormRecord {
        try await site.app.fetch(FormByKey(key: try visit.parameters.require("key")), as: .system)
    }

    private func receive(_ request: Request, _ visit: Visit) async throws -> Response {
        let form = try await form(visit)
        let body = try await KeptBody(request.body, upTo: Self.mostBytes)
        let raw = body.bytes
        let type = request.headers[.contentType] ?? ""
        let fields = SubmittedForm(stored: raw, contentType: type) ?? SubmittedForm()
        let arrival = FormSuspicions.Arrival(
            form: form,
            fields: fields,
            address: visit.address,
            comesFromOurPage: Link.path(ofReferrer: request)?.hasPrefix("/forms/\(form.key)") == true,
            now: site.app.clock()
        )
        let command = CaptureForm(
            raw: raw,
            contentType: type,
            form: form.id,
            suspicion: suspicions.suspicion(of: arrival) ?? (body.isCut ? Self.cut : nil)
        )
        try await site.app.perform(command, as: .system)
        return .redirect(to: destination(of: fields, form))
    }

    /// Where the visitor goes: to where the posted form says if the form's owner allows that host, otherwise to the form's own address.
    private func destination(of fields: SubmittedForm, _ form: FormRecord) -> String {
        let own = form.redirectURL.flatMap { WebAddress($0) }
        if let asked = fields.fields.first(where: { $0.name.lowercased() == "returl" }).flatMap({ WebAddress($0.value) }
        ),
            form.hosts.contains(asked.host) || asked.host == own?.host
        {
            return asked.text
        }
        return own?.text ?? "/forms/\(form.key)/thanks"
    }

    /// Other sites may show a form in a frame, those that its owner named if any; browsers check a form's redirect like its action.
    private func page<View: StandalonePage>(_ view: View, _ form: FormRecord) throws -> Response {
        var response = try site.part(View.template, view)
        let hosts = form.hosts.map { "https://\($0) http://\($0)" }
        let targets = hosts + [form.redirectURL.flatMap { WebAddress($0) }?.origin].compactMap { $0 }
        let frames = form.hosts.isEmpty ? "*" : "'self' " + hosts.joined(separator: " ")
        response.headers[.contentSecurityPolicy] = """
            default-src 'self'; style-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; \
            form-action \((["'self'"] + targets).joined(separator: " ")); frame-ancestors \(frames)
            """
        return response
    }
}
