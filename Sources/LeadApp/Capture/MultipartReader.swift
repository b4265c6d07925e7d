import Foundation
import LeadCore

/// Reads `multipart/form-data` (RFC 7578) as it comes: fields into memory, files to disk, so that an upload costs no memory.
///
/// Files are passed over unless `admits` is given, which is asked before anything of a file is kept.
package struct MultipartReader: Sendable {
    /// Throws when a form with these fields before its file may bring none.
    package typealias Admission = @Sendable (_ before: SubmittedForm) throws -> Void

    private static let mostFileBytes = 600_000_000
    private static let mostFieldBytes = 1_000_000
    private static let mostParts = 1000

    private var form = SubmittedForm()
    private var waiting: [UInt8]
    private let delimiter: [UInt8]
    private let admits: Admission?
    private var state = State.preamble
    private var fieldBytes = 0
    private var fileBytes = 0

    private enum State: Sendable {
        case preamble
        case boundary
        case headers
        case body(Part)
        case end
    }

    private enum Part: Sendable {
        case field(name: String, value: [UInt8])
        case file(SubmittedForm.File, FileHandle)
        case nothing
    }

    /// Nil when the content type names no boundary.
    ///
    /// - Parameter admits: nil passes over files.
    package init?(contentType: String, admits: Admission? = nil) {
        guard let start = contentType.range(of: "boundary=", options: .caseInsensitive)?.upperBound else { return nil }
        let boundary = contentType[start...].prefix { $0 != ";" }.trimmingCharacters(in: ["\"", " "])
        guard (1...70).contains(boundary.utf8.count) else { return nil }
        delimiter = Array("\r\n--\(boundary)".utf8)
        waiting = Array("\r\n".utf8)
        self.admits = admits
    }

    package mutating func feed(_ bytes: some Collection<UInt8>) throws {
        waiting.append(contentsOf: bytes)
        do {
            while try step() {}
        } catch {
            discard()
            throw error
        }
    }

    package func finish() throws -> SubmittedForm {
        guard case .end = state else {
            discard()
            throw Self.broken
        }
        return form
    }

    /// Removes the files read so far.
    package func discard() {
        form.discardFiles()
        if case .body(.file(let file, let handle)) = state {
            try? handle.close()
            try? FileManager.default.removeItem(at: file.url)
        }
    }

    private static let broken = Refusal(.invalid, "malformed_form", "The form cannot be read: its parts are broken.")
    private static let tooLarge = Refusal(.invalid, "too_large", "This is more than one form may carry.")

    /// Takes one step; false when more bytes are needed.
    private mutating func step() throws -> Bool {
        switch state {
        case .preamble:
            guard let found = find(delimiter) else { return drop(to: waiting.count - delimiter.count) }
            waiting.removeFirst(found + delimiter.count)
            state = .boundary
        case .boundary:
            guard waiting.count >= 2 else { return false }
            state = waiting.starts(with: Array("--".utf8)) ? .end : .headers
            waiting.removeFirst(2)
        case .headers:
            guard let found = find(Array("\r\n\r\n".utf8)) else {
                guard waiting.count < 16_384 else { throw Self.broken }
                return false
            }
            state = .body(try part(String(decoding: waiting[..<found], as: UTF8.self)))
            waiting.removeFirst(found + 4)
        case .body(let part):
            guard let found = find(delimiter) else {
                let ready = waiting.count - delimiter.count
                guard ready > 0 else { return false }
                state = .body(try extend(part, by: waiting[..<ready]))
                waiting.removeFirst(ready)
                return false
            }
            finish(try extend(part, by: waiting[..<found]))
            waiting.removeFirst(found + delimiter.count)
            state = .boundary
        case .end:
            waiting.removeAll()
            return false
        }
        return true
    }

    private mutating func drop(to count: Int) -> Bool {
        if count > 0 { waiting.removeFirst(count) }
        return false
    }

    /// Both patterns begin with a carriage return, which is rare: look for that first.
    private func find(_ pattern: [UInt8]) -> Int? {
        var start = waiting.startIndex
        while let hit = waiting[start...].firstIndex(of: pattern[0]) {
            if waiting[hit...].starts(with: pattern) { return hit }
            start = hit + 1
        }
        return nil
    }

    private func part(_ headers: String) throws -> Part {
        guard form.fields.count + form.files.count < Self.mostParts else { throw Self.tooLarge }
        guard let name = Self.parameter("name", in: headers) else { return .nothing }
        guard let fileName = Self.parameter("filename", in: headers) else { return .field(name: name, value: []) }
        guard let admits, !fileName.isEmpty else { return .nothing }
        try admits(form)
        let url = FileManager.default.temporaryDirectory.appending(path: "baton-\(UUID().uuidString)")
        guard FileManager.default.createFile(atPath: url.path, contents: nil, attributes: [.posixPermissions: 0o600])
        else { throw CocoaError(.fileWriteUnknown) }
        let last = fileName.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? "file"
        return .file(.init(field: name, name: last, url: url, size: 0), try FileHandle(forWritingTo: url))
    }

    private mutating func extend(_ part: Part, by bytes: ArraySlice<UInt8>) throws -> Part {
        switch part {
        case .field(let name, let value):
            fieldBytes += bytes.count
            guard fieldBytes <= Self.mostFieldBytes else { throw Self.tooLarge }
            return .field(name: name, value: value + bytes)
        case .file(var file, let handle):
            fileBytes += bytes.count
            guard fileBytes <= Self.mostFileBytes else { throw Self.tooLarge }
            try handle.write(contentsOf: bytes)
            file.size += bytes.count
            return .file(file, handle)
        case .nothing:
            return .nothing
        }
    }

    private mutating func finish(_ part: Part) {
        switch part {
        case .field(let name, let value): form.fields.append((name, String(decoding: value, as: UTF8.self)))
        case .file(let file, let handle):
            try? handle.close()
            form.files.append(file)
        case .nothing: break
        }
    }

    /// A quoted parameter of `Content-Disposition`, as browsers write it.
    private static func parameter(_ name: String, in headers: String) -> String? {
        guard let start = headers.range(of: " \(name)=\"", options: .caseInsensitive)?.upperBound else { return nil }
        let text = headers[start...]
        guard let end = text.firstIndex(of: "\"") else { return nil }
        return text[..<end].replacingOccurrences(of: "%22", with: "\"")
    }
}
