internal import Glibc

/// A folder that only this user can look into, for one kernel's connection file and sockets.
final class RuntimeFolder: Sendable {
    /// Where the folder stands.
    let path: String

    /// Makes a folder where the session keeps such things, or among the temporary files.
    ///
    /// - Throws: `JupyterClientError`, where none of the places can be written to.
    init(environment: [String: String]) throws(JupyterClientError) {
        let places = [environment["XDG_RUNTIME_DIR"], environment["TMPDIR"], "/tmp"]
        var code: Int32 = 0
        for case let place? in places where !place.isEmpty {
            // The path of a socket has to fit into 108 bytes.
            guard place.utf8.count < 70 else { continue }
            var template = Array("\(place)/unroll-kernel-XXXXXX".utf8CString)
            guard mkdtemp(&template) == nil else {
                path = String(
                    decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
                return
            }
            code = errno
        }
        throw .setupFailed(
            operation: "make a folder for the kernel's connection file",
            cause: String(cString: strerror(code)).lowercased())
    }

    deinit { remove() }

    /// Removes the folder with all that is in it.
    func remove() {
        for name in TextFile.names(in: path) { unlink("\(path)/\(name)") }
        rmdir(path)
    }
}
