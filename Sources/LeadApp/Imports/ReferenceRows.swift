import LeadCore
import LeadStore

/// Rows that are companies: known ones get what was not known yet.
struct AccountRows: SingleRowImporter {
    let context: ImportContext

    init(_ context: ImportContext) {
        self.context = context
    }

    func perform(_ row: DelimitedRow, _ tx: borrowing Transaction, _ desk: Desk) throws -> RowResult {
        let mapped = context.mapped(row)
        try mapped.requireShape()
        guard let name = mapped.text(.company), let key = CompanyKey(name)?.text else {
            throw Refusal.invalid("/company", "The row names no company.")
        }
        let revenue = try mapped.money(.annualRevenue)
        var account = AccountRecord(
            id: tx.newID(),
            name: name,
            nameKey: key,
            personal: false,
            industry: mapped.text(.industry),
            employees: try mapped.integer(.employees),
            revenue: revenue?.minor,
            revenueCurrency: revenue?.currency,
            website: mapped.text(.website),
            country: mapped.text(.country),
            city: mapped.text(.city)
        )
        guard let known = try tx.read.account(withNameKey: key) else {
            try tx.insert(account)
            return RowResult(.created, subject: account.id.bytes)
        }
        account.id = known
        let changed = try tx.read.lacks(account)
        if changed { try tx.complete(account) }
        return RowResult(changed ? .updated : .duplicate, subject: known.bytes)
    }
}

/// Rows that are products: a known one gets the price and class of the file.
struct ProductRows: SingleRowImporter {
    let context: ImportContext

    init(_ context: ImportContext) {
        self.context = context
    }

    func perform(_ row: DelimitedRow, _ tx: borrowing Transaction, _ desk: Desk) throws -> RowResult {
        let mapped = context.mapped(row)
        try mapped.requireShape()
        guard let name = mapped.text(.product) else { throw Refusal.invalid("/product", "The row names no product.") }
        let productClass = try ImportNames(context.mapping.createMissing).productClass(mapped.text(.productClass), tx)
        let price = try mapped.money(.amount)
        guard let known = try tx.read.product(named: name) else {
            let id: Product.ID = tx.newID()
            try tx.insertProduct(id, of: productClass, name: name, price: price)
            return RowResult(.created, subject: id.bytes)
        }
        let changed = try tx.updateProduct(known.id, of: productClass, price: price)
        return RowResult(changed ? .updated : .duplicate, subject: known.id.bytes)
    }
}

/// Rows that are people who sell: with their manager and region.
///
/// Nobody can sign in to an account that a file made until an administrator invites them.
struct PeopleRows: SingleRowImporter {
    let context: ImportContext

    init(_ context: ImportContext) {
        self.context = context
    }

    func perform(_ row: DelimitedRow, _ tx: borrowing Transaction, _ desk: Desk) throws -> RowResult {
        let mapped = context.mapped(row)
        try mapped.requireShape()
        let names = ImportNames(context.mapping.createMissing)
        guard let name = mapped.name else { throw Refusal.invalid("/full_name", "The row names nobody.") }
        let role = try mapped.role()
        let known = try mapped.text(.email).flatMap { try tx.read.user(called: $0) } ?? tx.read.user(called: name)
        let id = try known ?? names.make(name, role, tx)
        let manager = try mapped.text(.manager).map { text in
            try tx.read.user(called: text) ?? names.make(text, .manager, tx)
        }
        let changed = try tx.place(id, under: manager, region: mapped.text(.region))
        return RowResult(known == nil ? .created : changed ? .updated : .duplicate, subject: id.bytes)
    }
}

extension MappedRow {
    fileprivate var name: String? {
        let joined = [text(.firstName), text(.lastName)].compactMap { $0 }.joined(separator: " ")
        return text(.fullName) ?? text(.owner) ?? joined.trimmed
    }

    fileprivate func role() throws(Refusal) -> Role {
        guard let word = text(.role) else { return .fieldSales }
        let found = Role.allCases.first {
            $0.rawValue == word.lowercased() || $0.label.lowercased() == word.lowercased()
        }
        // A file must not make administrators.
        guard let found, found != .administrator else {
            throw Refusal.invalid("/role", "“\(word.prefix(40))” is not a role that people can be imported in.")
        }
        return found
    }
}
