package import LeadCore

/// What a column of an export holds.
package enum ExportKind: Sendable {
    case text, integer, flag, money, instant, id, user, owner, json
    /// An owner, where that is not marketing.
    case seller
}

/// One cell of an export, as it is stored.
package enum ExportCell: Sendable {
    case none
    case text(String)
    case integer(Int64)
    case flag(Bool)
    case money(Money)
    case instant(Instant)
    case user(User.ID)
    case owner(Owner)
    /// Nobody when marketing holds it.
    case seller(Owner)
    /// A JSON text.
    case json(String)
}

extension Snapshot {
    /// Hands over each row of `subject`, one at a time, however many there are.
    package func export(
        _ subject: ExportSubject,
        under policy: Policy,
        _ body: ([ExportCell]) throws -> Void
    ) throws {
        let columns = subject.columns(policy)
        let kinds = columns.map(\.kind)
        try each(subject.query(columns)) { row in
            var cells: [ExportCell] = []
            cells.reserveCapacity(kinds.count)
            for kind in kinds { cells.append(try row.cell(kind)) }
            try body(cells)
        }
    }
}

extension Row {
    fileprivate mutating func cell(_ kind: ExportKind) throws -> ExportCell {
        switch kind {
        case .text: (try next() as String?).map(ExportCell.text) ?? .none
        case .integer: (try next() as Int64?).map(ExportCell.integer) ?? .none
        case .flag: (try next() as Bool?).map(ExportCell.flag) ?? .none
        case .money: try Money(&self).map(ExportCell.money) ?? .none
        case .instant: (try next() as Instant?).map(ExportCell.instant) ?? .none
        case .id: (try next() as Lead.ID?).map { .text($0.description) } ?? .none
        case .user: (try next() as User.ID?).map(ExportCell.user) ?? .none
        case .owner: (try next() as Owner?).map(ExportCell.owner) ?? .none
        case .seller: (try next() as Owner?).map(ExportCell.seller) ?? .none
        case .json: (try next() as String?).map(ExportCell.json) ?? .none
        }
    }
}
