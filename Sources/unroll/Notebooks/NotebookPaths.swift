internal import Files
internal import Glibc
internal import Processes

/// The notebooks that the paths on a command line denote: the paths themselves, or all notebooks in
/// a folder.
struct NotebookPaths {
    /// A notebook.
    struct Entry: Hashable {
        /// The path of the notebook.
        let path: String

        /// The path of its result relative to a folder for results.
        let place: String
    }

    /// The notebooks, in order.
    private(set) var entries: [Entry] = []

    /// The problems with the paths, in sentences.
    private(set) var problems: [String] = []

    /// Finds the notebooks of some paths, including subfolders.
    init(_ paths: [String]) {
        for path in paths {
            guard FilePath.isFolder(path) else {
                var name = FilePath.name(of: path)
                if NotebookSource(path: path).isScript, let dot = name.lastIndex(of: ".") {
                    name = name[..<dot] + ".ipynb"
                }
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
        // A notebook that is named twice runs once: both runs would save to the same file.
        var seen: Set<Entry> = []
        entries = entries.filter { seen.insert($0).inserted }
    }

    /// The first result path that two notebooks share, or `nil` if there is none.
    var sharedPlace: String? {
        var seen: Set<String> = []
        return entries.first { !seen.insert($0.place).inserted }?.place
    }

    /// Returns the notebooks in a folder and its subfolders, sorted, without hidden ones.
    private static func notebooks(in folder: String) -> [String] {
        FolderListing.visibleNames(in: folder).flatMap { name in
            let path = "\(folder)/\(name)"
            if FilePath.isFolder(path) {
                return isLink(path) ? [] : notebooks(in: path).map { "\(name)/\($0)" }
            }
            return name.hasSuffix(".ipynb") ? [name] : []
        }
    }

    /// Returns whether there is a symbolic link at a path; links to folders may form cycles.
    private static func isLink(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
    }
}
