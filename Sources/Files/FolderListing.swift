internal import Glibc

/// The listing of folders.
public enum FolderListing {
    /// Returns the names in a folder, without `.` and `..`; empty if the folder cannot be read.
    public static func names(in path: String) -> [String] {
        guard let folder = opendir(path) else { return [] }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = Self.name(of: entry)
            if name != "." && name != ".." { names.append(name) }
        }
        return names
    }

    /// Returns the names in a folder that do not begin with a period, sorted.
    public static func visibleNames(in path: String) -> [String] {
        names(in: path).filter { !$0.hasPrefix(".") }.sorted()
    }

    /// Returns the name of an entry without copying the entry.
    ///
    /// An entry is only as long as its name needs: copying the 256 bytes that its type declares may
    /// read beyond the mapped memory.
    static func name(of entry: UnsafeMutablePointer<dirent>) -> String {
        let offset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 0
        let start = UnsafeRawPointer(entry).advanced(by: offset)
        return String(cString: start.assumingMemoryBound(to: CChar.self))
    }
}
