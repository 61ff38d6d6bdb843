import Glibc
import Testing

/// A folder of a test's own, which goes with its last reference.
final class TemporaryFolder: Sendable {
    /// Where the folder stands.
    let path: String

    /// Makes a folder.
    init() throws {
        var template = Array("/tmp/jupyter-client-XXXXXX\0".utf8CString)
        path = String(cString: try #require(mkdtemp(&template)))
    }

    /// Writes a file, with the folders on the way to it.
    func write(_ text: String, to name: String, mode: mode_t = 0o644) throws {
        var folder = path
        for part in name.split(separator: "/").dropLast() {
            folder += "/\(part)"
            mkdir(folder, 0o700)
        }
        let file = try #require(fopen("\(path)/\(name)", "w"))
        fputs(text, file)
        fclose(file)
        chmod("\(path)/\(name)", mode)
    }

    /// The names in the folder.
    var names: [String] { Self.names(in: path) }

    deinit { Self.remove(path) }

    /// Returns the names in a folder, without `.` and `..`; none where it is no folder.
    private static func names(in path: String) -> [String] {
        guard let directory = opendir(path) else { return [] }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != "." && name != ".." { names.append(name) }
        }
        return names
    }

    /// Removes a file, or a folder with all that is in it.
    private static func remove(_ path: String) {
        for name in names(in: path) { remove("\(path)/\(name)") }
        Glibc.remove(path)
    }
}
