internal import Files
internal import Glibc
internal import Processes

/// A temporary copy of a notebook's folder, so that a run neither changes the original nor sees
/// other notebooks.
struct ScratchCopy {
    /// The copy, which is removed when this value is released.
    private let folder: TemporaryFolder

    /// The path of the copy.
    var path: String { folder.path }

    /// The maximum number of files and folders to copy.
    private static let limit = 10_000

    /// Copies a folder without the notebooks in it.
    init(of source: String) throws {
        folder = try TemporaryFolder(prefix: "unroll-copy-")
        var rest = Self.limit
        try Self.copy(source, to: folder.path, rest: &rest)
    }

    /// Copies the contents of a folder; only files and folders are copied.
    private static func copy(_ source: String, to target: String, rest: inout Int) throws {
        for name in FolderListing.names(in: source) where !name.hasSuffix(".ipynb") {
            rest -= 1
            guard rest > 0 else {
                throw CommandFailure(
                    "could not copy \(source): it holds more than \(limit) files; put the notebook "
                        + "into a folder with what it needs", code: ExitStatus.badInput)
            }
            var status = stat()
            guard lstat("\(source)/\(name)", &status) == 0 else { continue }
            switch status.st_mode & S_IFMT {
            case S_IFDIR:
                mkdir("\(target)/\(name)", 0o700)
                try copy("\(source)/\(name)", to: "\(target)/\(name)", rest: &rest)
            case S_IFREG: try FileTree.copy("\(source)/\(name)", to: "\(target)/\(name)")
            default: continue
            }
        }
    }

    /// Removes the copy.
    func remove() { folder.remove() }
}
