internal import Files

/// The folder of a notebook, whose pictures become part of its page; files elsewhere do not, whatever
/// the notebook names.
struct PictureFolder: Sendable {
    /// The folder, without symbolic links on the way to it.
    private let folder: String?

    /// The maximum number of bytes of a picture.
    private static let limit = 20_000_000

    /// Takes the folder of a notebook.
    init(ofNotebook path: String) {
        folder = FilePath.resolvingLinks(FilePath.folder(of: path))
    }

    /// Returns the bytes of a file in the folder; nil where it lies elsewhere or cannot be read.
    func bytes(of name: String) -> [UInt8]? {
        let name = String(name.prefix { $0 != "?" && $0 != "#" })
        guard let folder, !name.hasPrefix("/"),
            let path = FilePath.resolvingLinks("\(folder)/\(name)"),
            path.hasPrefix(folder == "/" ? "/" : folder + "/")
        else { return nil }
        guard !FilePath.isFolder(path), let bytes = try? WholeFile.read(path, limit: Self.limit + 1)
        else { return nil }
        return bytes.count > Self.limit ? nil : bytes
    }
}
