import LeadCore
import LeadStore

/// Finds what rows call by name, and makes what is missing where the mapping says so.
struct ImportNames {
    let createMissing: Bool

    init(_ createMissing: Bool) {
        self.createMissing = createMissing
    }

    func user(_ name: String, _ tx: borrowing Transaction) throws -> User.ID {
        if let id = try tx.read.user(called: name) { return id }
        guard createMissing else { throw Refusal.invalid("/owner", "There is nobody called \(name.prefix(60)) here.") }
        return try make(name, .fieldSales, tx)
    }

    /// People who come from a file have an account that nobody can sign in to until they are invited.
    func make(_ name: String, _ role: Role, _ tx: borrowing Transaction) throws -> User.ID {
        let id: User.ID = tx.newID()
        let isAddress = EmailKey(name) != nil
        let email = isAddress ? name : "\(id)@imported.invalid"
        try tx.save(UserRecord(id: id, email: email, name: name, role: role, passwordHash: nil, active: true))
        return id
    }

    /// - Parameter group: the product class of a product that is made; the workspace's first when nil.
    func product(
        _ name: String,
        of group: String?,
        _ tx: borrowing Transaction
    ) throws -> (id: Product.ID, productClass: ProductClass.ID) {
        if let known = try tx.read.product(named: name) { return known }
        guard createMissing else {
            throw Refusal.invalid("/product", "There is no product \(name.prefix(60)). Import the products first.")
        }
        let productClass = try productClass(group, tx)
        let id: Product.ID = tx.newID()
        try tx.insertProduct(id, of: productClass, name: name, price: nil)
        return (id, productClass)
    }

    func productClass(_ name: String?, _ tx: borrowing Transaction) throws -> ProductClass.ID {
        guard let name else {
            guard let first = try tx.read.firstProductClass() else {
                throw Refusal.invalid("/product_class", "Create a product class first.")
            }
            return first
        }
        if let known = try tx.read.productClass(named: name) { return known }
        guard createMissing else {
            throw Refusal.invalid("/product_class", "There is no product class \(name.prefix(60)).")
        }
        let id: ProductClass.ID = tx.newID()
        try tx.insertProductClass(id, name: name, defaultValue: nil)
        return id
    }

    func account(_ name: String, _ tx: borrowing Transaction) throws -> Account.ID {
        guard let key = CompanyKey(name)?.text else {
            throw Refusal.invalid("/company", "“\(name.prefix(60))” is not a company's name.")
        }
        if let known = try tx.read.account(withNameKey: key) { return known }
        guard createMissing else {
            throw Refusal.invalid("/company", "There is no account \(name.prefix(60)). Import the accounts first.")
        }
        let account = AccountRecord(id: tx.newID(), name: name, nameKey: key, personal: false)
        try tx.insert(account)
        return account.id
    }
}
