import HTTPTypes
import Hummingbird
import LeadApp
import LeadCore
import LeadStore
import NIOCore

/// Takes a form with a file from those who may send one, and nothing of the file before that is certain: their role is asked first,
/// and the page's token stands before the file in the form.
///
/// The file is written on a thread of its own, so that a slow disk keeps no other request waiting.
struct UploadMiddleware: RouterMiddleware {
    /// What a file needs.
    let permission: Permission
    /// Bytes that are written at once.
    private static let portion = 512 * 1024

    func handle(_ request: Request, context: Visit, next: Next) async throws -> Response {
        try context.actor.require(permission)
        guard request.method == .post else { return try await next(request, context) }
        var visit = context
        let proof = PageProof(visit, request)
        let form = try await receive(request, proof)
        visit.form = form
        do {
            try proof.require(in: form)
            let response = try await next(request, visit)
            try? await offPool { form.discardFiles() }
            return response
        } catch {
            try? await offPool { form.discardFiles() }
            throw error
        }
    }

    private func receive(_ request: Request, _ proof: PageProof) async throws -> SubmittedForm {
        let admits: MultipartReader.Admission = { before in try proof.require(in: before) }
        guard let reader = MultipartReader(contentType: request.headers[.contentType] ?? "", admits: admits) else {
            throw HTTPError(.unsupportedMediaType)
        }
        var upload = Upload(reader: reader)
        do {
            for try await chunk in request.body {
                upload.waiting.append(contentsOf: chunk.readableBytesView)
                if upload.waiting.count >= Self.portion { try await upload.write() }
            }
            try await upload.write()
        } catch {
            upload.reader.discard()
            throw error
        }
        return try upload.reader.finish()
    }
}

/// What has come of an upload so far.
private struct Upload {
    var reader: MultipartReader
    var waiting: [UInt8] = []

    mutating func write() async throws {
        reader = try await offPool { [reader, waiting] in
            var reader = reader
            try reader.feed(waiting)
            return reader
        }
        waiting.removeAll(keepingCapacity: true)
    }
}
