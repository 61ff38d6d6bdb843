public import Files
import Glibc

extension TemporaryFolder {
    /// Creates a folder for a test.
    public convenience init() throws { try self.init(prefix: "unroll-test-") }

    /// The names in the folder, sorted.
    public var names: [String] { FolderListing.names(in: path).sorted() }

    /// Writes a file, creating its parent folders.
    public func write(_ text: String, to name: String, permissions: UInt32 = 0o644) throws {
        let file = "\(path)/\(name)"
        try Folder.make(FilePath.folder(of: file))
        try WholeFile.write(text.utf8, to: file)
        chmod(file, permissions)
    }
}
