import Foundation
import LeadApp
import LeadCore
import LeadStore
import Synchronization

/// How far something is: a bar that moves in a terminal, a line every few seconds elsewhere.
final class ProgressBar: Sendable {
    private static let width = 30
    private let lastShown = Mutex<ContinuousClock.Instant?>(nil)
    private let isTerminal = isatty(FileHandle.standardOutput.fileDescriptor) == 1

    func show(_ progress: ImportProgress) {
        let pause: Duration = isTerminal ? .milliseconds(80) : .seconds(5)
        let isDue = lastShown.withLock { last in
            let now = ContinuousClock.now
            if let last, now - last < pause, !progress.isOver { return false }
            last = now
            return true
        }
        guard isDue else { return }
        if isTerminal {
            FileHandle.standardOutput.write(Data("\r\u{1B}[K\(bar(progress)) \(words(progress))".utf8))
        } else {
            Terminal.line(words(progress))
        }
    }

    /// Leaves the bar and begins a line of its own.
    func finish() {
        if isTerminal, lastShown.withLock({ $0 }) != nil { Terminal.line("") }
    }

    private func bar(_ progress: ImportProgress) -> String {
        let full = Int((progress.fraction * Double(Self.width)).rounded(.down))
        return String(repeating: "█", count: full) + String(repeating: "░", count: Self.width - full)
    }

    private func words(_ progress: ImportProgress) -> String {
        let record = progress.record
        var parts = ["\(record.rowsDone.grouped) of \(record.rowsTotal.grouped) rows"]
        if let rate = progress.rowsPerSecond { parts.append("\(Int(rate).grouped) rows/s") }
        if let left = progress.timeLeft { parts.append("\(left.milliseconds / 1000 + 1) s left") }
        return parts.joined(separator: ", ")
    }
}
