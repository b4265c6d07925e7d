import LeadCore
import LeadStore

/// The workspace's things that an inquiry names: source, campaign, product class, owner.
struct References {
    var source: Source.ID
    var campaign: Campaign.ID?
    var productClass: ProductClass.ID
    var owner: User.ID?

    init(_ inquiry: Inquiry, createsMissing: Bool, _ tx: borrowing Transaction) throws {
        var faults = Faults()
        let source = try faults.check { try Self.source(inquiry.source?.trimmed, createsMissing, tx) }
        let campaign = try faults.check {
            try inquiry.campaign?.trimmed.map { try Self.campaign($0, createsMissing, tx) }
        }
        let productClass = try faults.check {
            try Self.productClass(of: inquiry, createsMissing, tx)
        }
        let owner = try faults.check { try inquiry.owner?.trimmed.map { try Self.owner($0, createsMissing, tx) } }
        guard let source, let campaign, let productClass, let owner else { throw faults.refusal }
        self.source = source
        self.campaign = campaign
        self.productClass = productClass
        self.owner = owner
    }

    /// A name that the workspace does not have; an import may be told to make it.
    private static func unknown(_ pointer: String, _ sentence: String) -> Refusal {
        Refusal(.invalid, "unknown_name", sentence, issues: [.init(pointer, sentence)])
    }

    private static func source(_ name: String?, _ creates: Bool, _ tx: borrowing Transaction) throws -> Source.ID {
        guard let name else {
            throw Refusal.invalid(
                "/source",
                "Say where the lead comes from: \(try known(tx.read.sources().map(\.name)))."
            )
        }
        if let id = try tx.read.source(named: name) { return id }
        guard creates else {
            throw unknown(
                "/source",
                "There is no source \(name). Known: \(try known(tx.read.sources().map(\.name)))."
            )
        }
        let id: Source.ID = tx.newID()
        try tx.insertSource(id, name: name)
        return id
    }

    private static func campaign(_ name: String, _ creates: Bool, _ tx: borrowing Transaction) throws -> Campaign.ID {
        if let id = try tx.read.campaign(named: name) { return id }
        guard creates else {
            throw unknown("/campaign", "There is no campaign \(name). Create it under Campaigns first.")
        }
        let id: Campaign.ID = tx.newID()
        try tx.save(CampaignRecord(id: id, name: name))
        return id
    }

    private static func productClass(
        of inquiry: Inquiry,
        _ creates: Bool,
        _ tx: borrowing Transaction
    ) throws -> ProductClass.ID {
        if inquiry.productClass?.trimmed == nil, let product = inquiry.product?.trimmed {
            if let known = try tx.read.product(named: product) { return known.productClass }
            if let known = try tx.read.productClass(named: product) { return known }
            guard creates else {
                throw unknown("/product", "There is no product and no product class \(product.prefix(60)).")
            }
            return try productClass(product, creates, tx)
        }
        return try productClass(inquiry.productClass?.trimmed, creates, tx)
    }

    private static func productClass(
        _ name: String?,
        _ creates: Bool,
        _ tx: borrowing Transaction
    ) throws -> ProductClass.ID {
        guard let name else {
            guard let first = try tx.read.firstProductClass() else {
                throw Refusal.invalid("/productClass", "Create a product class first.")
            }
            return first
        }
        if let id = try tx.read.productClass(named: name) { return id }
        guard creates else {
            throw unknown(
                "/productClass",
                "There is no product class \(name). Known: \(try known(tx.read.productClasses().map(\.name)))."
            )
        }
        let id: ProductClass.ID = tx.newID()
        try tx.insertProductClass(id, name: name, defaultValue: nil)
        return id
    }

    private static func owner(_ text: String, _ creates: Bool, _ tx: borrowing Transaction) throws -> User.ID {
        if let id = try known(text, tx) { return id }
        guard creates else { throw unknown("/owner", "There is nobody called \(text) here.") }
        return try ImportNames(creates).make(text, .fieldSales, tx)
    }

    /// Somebody by id, e-mail address or name.
    private static func known(_ person: String, _ tx: borrowing Transaction) throws -> User.ID? {
        if let id = User.ID(person), try tx.read.user(id) != nil { return id }
        return try tx.read.user(called: person)
    }

    /// Whether an inquiry names the actor as owner: whoever enters a lead may hold it.
    static func namesActor(_ inquiry: Inquiry, _ tx: borrowing Transaction) throws -> Bool {
        guard let user = tx.actor.user, let owner = inquiry.owner?.trimmed else { return false }
        return try known(owner, tx) == user
    }

    private static func known(_ names: [String]) -> String {
        names.prefix(20).joined(separator: ", ")
    }

    /// Who gets the lead: the named owner if they are here, or whom the rules choose.
    func allotment(
        _ act: inout LeadAct,
        _ birth: SubjectBirth,
        _ channel: CaptureChannel,
        byRules: Bool,
        _ tx: borrowing Transaction,
        _ desk: Desk
    ) throws -> Allotment {
        if let owner, try tx.read.user(owner)?.active == true {
            return Allotment(owner: .person(owner), reason: channel == .file ? .imported : .manual, turn: 0)
        }
        let only = byRules ? nil : try DefaultPool.id(tx.read)
        return try Dispatch(desk, birth: birth, only: only).route(&act, tx)
    }
}

/// The pool that gets what no rule gives to somebody else.
enum DefaultPool {
    static let setting = "default_pool"

    static func id(_ snapshot: borrowing Snapshot) throws -> Pool.ID? {
        try snapshot.setting(setting).flatMap { Pool.ID($0) }
    }

    static func pool(_ tx: borrowing Transaction) throws -> Pool? {
        try id(tx.read).flatMap { try tx.read.pool($0, at: tx.now) }
    }

    static func allot(_ tx: borrowing Transaction) throws -> Allotment {
        guard let pool = try pool(tx) else { throw Refusal.nobodyToHold }
        let allotment = pool.allot()
        if allotment.turn != pool.turn { try tx.setTurn(allotment.turn, of: pool.id) }
        return allotment
    }
}
