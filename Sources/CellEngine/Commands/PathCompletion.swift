internal import Evaluation
internal import Files
internal import Processes

/// The files and folders that a path that is being typed could lead to.
struct PathCompletion {
    /// The path so far.
    let typed: String

    /// The folder that it starts from.
    let folder: String

    /// How many are offered at most.
    private static let limit = 200

    /// Returns the candidates, which replace the last part of the path.
    ///
    /// - Parameter position: where the path ends in the code, in Unicode scalars.
    func completions(endingAt position: Int) -> Completions {
        let beginning = typed.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
        let parent = String(typed.dropLast(beginning.count))
        let place = parent.hasPrefix("/") ? parent : "\(folder)/\(parent)"
        let names = FolderListing.names(in: place).filter { name in
            name.hasPrefix(beginning) && (beginning.hasPrefix(".") || !name.hasPrefix("."))
        }
        let length = beginning.unicodeScalars.count
        return Completions(
            replacedRange: (position - length)..<position,
            candidates: names.sorted().prefix(Self.limit).map { name in
                let isFolder = FilePath.isFolder("\(place)/\(name)")
                return Completion(text: isFolder ? name + "/" : name, kind: "path")
            })
    }
}
