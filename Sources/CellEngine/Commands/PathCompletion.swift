internal import Evaluation
internal import Files
internal import Processes

/// The completion of a path that is being typed.
struct PathCompletion {
    /// The path so far.
    let typed: String

    /// The folder to which a relative path refers.
    let folder: String

    /// The maximum number of completions.
    private static let limit = 200

    /// Returns the completions of the last part of the path.
    ///
    /// - Parameter position: the end of the path in the code, in Unicode scalars.
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
