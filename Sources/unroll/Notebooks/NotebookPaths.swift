internal import Files
internal import Glibc
internal import Processes

/// The notebooks that paths on a command line stand for: themselves, or all in a folder.
struct NotebookPaths {
    /// A notebook.
    struct Entry: Hashable {
        /// Where it stands.
        let path: String

        /// Where its result stands in a folder for results.
        let place: String
    }

    /// The notebooks, in order.
    private(set) var entries: [Entry] = []

    /// What is wrong with the paths, in sentences.
    private(set) var problems: [String] = []

    /// Looks into the folders among some paths, and the folders in these.
    init(_ paths: [String]) {
        for path in paths {
            guard Self.isFolder(path) else {
                let name = path.split(separator: "/").last.map(String.init) ?? path
                entries.append(Entry(path: path, place: name))
                continue
            }
            var folder = path
            while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
            let found = Self.notebooks(in: folder)
            entries += found.map { Entry(path: "\(folder)/\($0)", place: $0) }
            if found.isEmpty {
                problems.append("could not find a notebook in the folder \(path): there is none")
            }
        }
        // One that is named twice is run once: it could not be saved by both.
        var seen: Set<Entry> = []
        entries = entries.filter { seen.insert($0).inserted }
    }

    /// The first place that two notebooks would share.
    var sharedPlace: String? {
        var seen: Set<String> = []
        return entries.first { !seen.insert($0.place).inserted }?.place
    }

    /// Returns the notebooks in a folder and those in it, sorted, without hidden ones.
    private static func notebooks(in folder: String) -> [String] {
        FolderListing.visibleNames(in: folder).flatMap { name in
            let path = "\(folder)/\(name)"
            if isFolder(path) {
                return isLink(path) ? [] : notebooks(in: path).map { "\(name)/\($0)" }
            }
            return name.hasSuffix(".ipynb") ? [name] : []
        }
    }

    /// Whether there is a folder.
    private static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// Whether there is a symbolic link; those of folders may lead in circles.
    private static func isLink(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
    }
}
