#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The database's file as it was opened: SQLite goes on writing into a file that somebody deleted or put another in place of,
/// and all of it would be lost with the process.
struct WorkspaceFile: Sendable {
    private let path: String
    private let device: UInt64
    private let inode: UInt64

    /// Nil where there is no such file.
    init?(_ path: String) {
        guard let (device, inode) = Self.identity(of: path) else { return nil }
        self.path = path
        self.device = device
        self.inode = inode
    }

    /// - Throws: `StoreError.fileLost` when the path does not lead to the opened file any more.
    func requireInPlace() throws {
        guard let (device, inode) = Self.identity(of: path), device == self.device, inode == self.inode else {
            throw StoreError.fileLost
        }
    }

    private static func identity(of path: String) -> (UInt64, UInt64)? {
        var facts = stat()
        guard stat(path, &facts) == 0 else { return nil }
        return (UInt64(truncatingIfNeeded: facts.st_dev), UInt64(truncatingIfNeeded: facts.st_ino))
    }
}
