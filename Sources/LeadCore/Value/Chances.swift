/// How likely a lead becomes a sale, in percent, by the kind of its status and its grade (requirement H3).
///
/// Part of the policy; a closed lead has no chance of its own, a converted one that of its opportunity's stage.
package struct Chances: Hashable, Codable, Sendable {
    package struct Row: Hashable, Codable, Sendable {
        package var hot: Int
        package var good: Int
        package var poor: Int
        /// While nobody knows how good it is.
        package var ungraded: Int

        package init(hot: Int, good: Int, poor: Int, ungraded: Int) {
            self.hot = hot
            self.good = good
            self.poor = poor
            self.ungraded = ungraded
        }

        package subscript(grade: Grade?) -> Int {
            switch grade {
            case .hot: hot
            case .good: good
            case .poor: poor
            case nil: ungraded
            }
        }
    }

    package var new: Row
    package var working: Row
    package var qualified: Row
    package var handed: Row
    package var accepted: Row
    package var nurture: Row

    /// What a workspace starts with: cautious figures, to be replaced by one's own as soon as the funnel report knows them.
    package static let standard = Chances(
        new: Row(hot: 15, good: 8, poor: 2, ungraded: 5),
        working: Row(hot: 20, good: 12, poor: 3, ungraded: 8),
        qualified: Row(hot: 40, good: 25, poor: 5, ungraded: 25),
        handed: Row(hot: 45, good: 30, poor: 8, ungraded: 30),
        accepted: Row(hot: 60, good: 40, poor: 10, ungraded: 40),
        nurture: Row(hot: 10, good: 5, poor: 1, ungraded: 3)
    )

    package init(new: Row, working: Row, qualified: Row, handed: Row, accepted: Row, nurture: Row) {
        self.new = new
        self.working = working
        self.qualified = qualified
        self.handed = handed
        self.accepted = accepted
        self.nurture = nurture
    }

    /// The row of a kind of status; nil for closed ones.
    package func row(_ kind: StatusKind) -> Row? {
        switch kind {
        case .new: new
        case .working: working
        case .qualified: qualified
        case .handed: handed
        case .accepted: accepted
        case .nurture: nurture
        case .rejected, .lost, .converted, .merged: nil
        }
    }

    package func percent(_ kind: StatusKind, _ grade: Grade?) -> Int {
        row(kind)?[grade] ?? 0
    }

    /// What is wrong with these figures, as sentences.
    package var faults: [String] {
        StatusKind.allCases.compactMap { kind in
            guard let row = row(kind) else { return nil }
            let isSound = [row.hot, row.good, row.poor, row.ungraded].allSatisfy { (0...100).contains($0) }
            return isSound ? nil : "The chances of \(kind.rawValue) must lie between 0 and 100."
        }
    }
}
