import Files

/// The files of this repository.
public enum Repository {
    /// The folder of the repository.
    public static let root = #filePath.split(separator: "/").dropLast(3).reduce("") {
        "\($0)/\($1)"
    }

    /// Returns the text of a file.
    public static func text(of path: String) throws -> String {
        try WholeFile.readText("\(root)/\(path)")
    }

    /// Returns whether a file exists.
    public static func contains(_ path: String) -> Bool { FilePath.exists("\(root)/\(path)") }

    /// The paths of all Swift files below a folder.
    public static func swiftFiles(below folder: String) -> [String] {
        FolderListing.visibleNames(in: "\(root)/\(folder)").flatMap { name -> [String] in
            let path = "\(folder)/\(name)"
            if FilePath.isFolder("\(root)/\(path)") { return swiftFiles(below: path) }
            return name.hasSuffix(".swift") ? [path] : []
        }.sorted()
    }
}
