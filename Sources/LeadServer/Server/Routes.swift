import Hummingbird
import LeadApp
import LeadCore

/// A feature's pages or API calls: says which addresses it answers.
protocol RouteSet {
    func add(to routes: RouterGroup<Visit>)
}

/// The site map: which features answer, and what stands in front of them.
enum Routes {
    /// Pages for those who are signed in.
    private static func pages(_ site: Site) -> [any RouteSet] {
        [
            TodayPages(site: site),
            NewLeadPages(site: site),
            LeadListPages(site: site),
            LeadPages(site: site),
            ErasurePages(site: site),
            SamePersonPages(site: site),
            BoardPages(site: site),
            AccountPages(site: site),
            SubmissionPages(site: site),
            ImportPages(site: site),
            MappingPages(site: site),
            SettingsPages(site: site),
            PeoplePages(site: site),
            PoolPages(site: site),
            FormSettingsPages(site: site),
            CatalogPages(site: site),
            TokenPages(site: site),
            ProcessPages(site: site),
            FieldSettingsPages(site: site),
            GatePages(site: site),
            LivePages(site: site),
            OpportunityPages(site: site),
            ReportPages(site: site),
            CheckPages(site: site),
            CampaignPages(site: site),
            SignalPages(site: site),
            RecognitionPages(site: site),
            CorrectionPages(site: site),
            NoticePages(site: site),
            OverduePages(site: site),
            AbsencePages(site: site),
            CalendarPages(site: site),
            ServiceLevelPages(site: site),
            AuditPages(site: site),
            CallPages(site: site),
            ScriptPages(site: site),
            CompanyPages(site: site),
            MailPages(site: site),
            MailTemplatePages(site: site),
            NoticeChoicePages(site: site),
            AssignmentPages(site: site),
            WhyPages(site: site),
        ]
    }

    /// Pages that visitors may open.
    private static func openPages(_ site: Site) -> [any RouteSet] {
        [SignInPages(site: site), SetUpPages(site: site)]
    }

    static func router(of site: Site) -> Router<Visit> {
        let router = Router(context: Visit.self, options: .autoGenerateHeadEndpoints)
        router.add(middleware: RequestLog(trustProxy: site.configuration.trustProxy))
        router.add(middleware: SecurityHeaders())
        router.add(middleware: FaultMiddleware(site: site))
        router.get("/healthz") { _, _ in
            _ = try await site.app.fetch(LedgerEnd(), as: .system)
            return "ok\n"
        }
        AssetRoutes(assets: site.assets).add(to: router.group())

        OpenAPIRoutes().add(to: router.group())
        let api = router.group("/v1").add(middleware: APIMiddleware(site: site))
        for feature in API.features(site) { feature.add(to: api) }
        PublicFormPages(site: site).add(to: router.group())
        PartnerPages(site: site).add(to: router.group())
        UnsubscribePages(site: site).add(to: router.group())
        let visitors = router.group().add(middleware: SessionMiddleware(site: site)).add(middleware: FormMiddleware())
        for set in openPages(site) { set.add(to: visitors) }
        let people = router.group().add(middleware: SessionMiddleware(site: site)).add(middleware: SignedInMiddleware())
            .add(middleware: FormMiddleware())
        for set in pages(site) { set.add(to: people) }
        let uploads = router.group().add(middleware: SessionMiddleware(site: site))
            .add(middleware: SignedInMiddleware())
            .add(middleware: UploadMiddleware(permission: .importData))
        ImportUploadPages(site: site).add(to: uploads)
        let files = router.group().add(middleware: SessionMiddleware(site: site)).add(middleware: SignedInMiddleware())
            .add(middleware: UploadMiddleware(permission: .editCampaigns))
        MailFilePages(site: site).add(to: files)
        return router
    }

    /// Every address that is answered, as the description of the API writes it: `GET /v1/leads/{id}`.
    static func addresses(of site: Site) -> [String] {
        router(of: site).routes.map { route in
            let parts = "\(route.path)".split(separator: "/").map {
                $0.hasPrefix(":") ? "{\($0.dropFirst())}" : String($0)
            }
            return "\(route.method) /\(parts.joined(separator: "/"))"
        }
    }
}
