import Glibc
import Testing

/// A folder of a test's own, which goes with its last reference.
final class TemporaryFolder: Sendable {
    /// Where the folder stands.
    let path: String

    /// Makes a folder.
    init() throws {
        var template = Array("/tmp/notebook-document-XXXXXX\0".utf8CString)
        path = String(cString: try #require(mkdtemp(&template)))
    }

    /// The names in the folder, sorted, without `.` and `..`.
    var names: [String] {
        guard let directory = opendir(path) else { return [] }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != "." && name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    deinit {
        for name in names { unlink("\(path)/\(name)") }
        rmdir(path)
    }
}
