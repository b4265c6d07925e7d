import Foundation
package import LeadCore

/// Sends through a mail server, over a few connections that stay open, each on a thread of its own.
package final class SMTPMailer: Mailer {
    private let jobs = JobQueue()

    package init(_ settings: SMTPSettings) {
        for _ in 0..<max(1, settings.connections) {
            let jobs = jobs
            let thread = Thread {
                Self.outliveHangUps()
                let session = SMTPSession(settings)
                while let job = jobs.next() { job.done(session.send(job.mail)) }
            }
            thread.name = "smtp"
            thread.start()
        }
    }

    /// A server that hangs up while a mail is written must not end the process: libcurl leaves SIGPIPE to us, and it comes to the
    /// thread that writes.
    private static func outliveHangUps() {
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGPIPE)
        pthread_sigmask(SIG_BLOCK, &signals, nil)
    }

    package func send(_ message: MailMessage) async -> DeliveryAnswer {
        let mail = OutgoingMail(from: message.from.mailbox, to: message.to.mailbox, bytes: message.bytes)
        return await withCheckedContinuation { continuation in
            jobs.add(Job(mail: mail) { continuation.resume(returning: $0) })
        }
    }

    package func close() {
        jobs.close()
    }

    private struct Job: Sendable {
        var mail: OutgoingMail
        var done: @Sendable (DeliveryAnswer) -> Void
    }

    /// Hands jobs to the threads; all that changes is under its lock.
    private final class JobQueue: @unchecked Sendable {
        private let lock = NSCondition()
        private var jobs: [Job] = []
        private var isClosed = false

        func add(_ job: Job) {
            let taken = lock.withLock {
                if !isClosed { jobs.append(job) }
                return !isClosed
            }
            guard taken else { return job.done(DeliveryAnswer(code: 0, text: "Baton is stopping", isAboutUs: true)) }
            lock.signal()
        }

        /// Waits for the next; nil once there will be none.
        func next() -> Job? {
            lock.withLock {
                while jobs.isEmpty, !isClosed { lock.wait() }
                return jobs.isEmpty ? nil : jobs.removeFirst()
            }
        }

        func close() {
            lock.withLock { isClosed = true }
            lock.broadcast()
        }
    }
}
