import Files

/// The files of this repository.
enum Repository {
    /// The folder of the repository.
    static let root = #filePath.split(separator: "/").dropLast(3).reduce("") { "\($0)/\($1)" }

    /// Parses a file.
    static func text(of path: String) throws -> String { try WholeFile.readText("\(root)/\(path)") }

    /// Returns whether a file exists.
    static func contains(_ path: String) -> Bool { FilePath.exists("\(root)/\(path)") }

    /// The paths of all Swift files below a folder.
    static func swiftFiles(below folder: String) -> [String] {
        FolderListing.visibleNames(in: "\(root)/\(folder)").flatMap { name -> [String] in
            let path = "\(folder)/\(name)"
            if FilePath.isFolder("\(root)/\(path)") { return swiftFiles(below: path) }
            return name.hasSuffix(".swift") ? [path] : []
        }.sorted()
    }
}
