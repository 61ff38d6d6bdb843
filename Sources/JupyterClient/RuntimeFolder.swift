internal import Files

/// A folder that only this user can look into, for one kernel's connection file and sockets.
final class RuntimeFolder: Sendable {
    /// The folder.
    private let folder: TemporaryFolder

    /// The folder's path.
    var path: String { folder.path }

    /// Makes a folder in the session's runtime folder, or among the temporary files.
    ///
    /// - Throws: `JupyterClientError` if none of the places can be written to.
    init(environment: [String: String]) throws(JupyterClientError) {
        let places = [environment["XDG_RUNTIME_DIR"], environment["TMPDIR"], "/tmp"]
        var problem = "every path is too long for a socket"
        for case let place? in places where !place.isEmpty {
            // The path of a socket has to fit into 108 bytes.
            guard place.utf8.count < 70 else { continue }
            do {
                folder = try TemporaryFolder(prefix: "unroll-kernel-", in: place)
                return
            } catch {
                problem = "\(error)"
            }
        }
        throw .setupFailed(
            operation: "make a folder for the kernel's connection file", cause: problem)
    }

    /// Removes the folder with all that is in it.
    func remove() { folder.remove() }
}
