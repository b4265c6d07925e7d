import LeadApp
import LeadCore
import LeadStore

/// `/settings/service-levels`: how each clock warns and escalates, what shows that somebody is unreachable, who is told.
struct ServiceLevelsView: Page {
    static let template = "settings/service-levels"
    var page: PageFrame
    var tabs: [TabView]
    var clocks: [ServiceLevelForm]
    var unreachable: FormView
    /// Who is whose manager; nil while there is nobody who could be one.
    var managers: FormView?
}

/// The form of one kind of clock.
struct ServiceLevelForm: Encodable {
    var id: String
    var title: String
    var action: String
    var warnPercent: String
    var levels: [ServiceLevelRow]
    var errors: FormErrors?
}

/// One level in its form; without a time it counts for nothing.
struct ServiceLevelRow: Encodable {
    var number: Int
    /// Working hours past due.
    var after: String
    var told: [ToldView]
    var reassign: Bool
}

struct ToldView: Encodable {
    var name: String
    var value: String
    var label: String
    var isChecked: Bool
}
