internal import Files
internal import Processes

/// A private folder for a kernel's connection file and sockets.
final class RuntimeFolder: Sendable {
    /// The folder.
    private let folder: TemporaryFolder

    /// The folder that it is in.
    private let parent: String

    /// The folder's path.
    var path: String { folder.path }

    /// Creates a folder in the user's runtime folder or the folder for temporary files.
    ///
    /// - Parameter processGuard: the guard that removes the folder when this process is killed.
    /// - Throws: `JupyterClientError` if none of these can be written to.
    init(
        environment: [String: String], processGuard: ProcessGuard?
    ) throws(JupyterClientError) {
        let places = [environment["XDG_RUNTIME_DIR"], environment["TMPDIR"], "/tmp"]
        var problem = "every path is too long for a socket"
        for case let place? in places where !place.isEmpty {
            // The path of a socket is limited to 108 bytes.
            guard place.utf8.count < 70 else { continue }
            do {
                folder = try TemporaryFolder(prefix: Self.prefix, in: place) { path in
                    processGuard?.add(folder: path)
                }
                parent = place
                return
            } catch {
                problem = "\(error)"
            }
        }
        throw .setupFailed(
            operation: "make a folder for the kernel's connection file", cause: problem)
    }

    /// The beginning of the names of such folders.
    private static let prefix = "unroll-kernel-"

    /// Removes the folder and its contents, and those that earlier runs could not remove.
    func remove() {
        folder.remove()
        TemporaryFolder.removeAbandoned(prefix: Self.prefix, in: parent)
    }
}
