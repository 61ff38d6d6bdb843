internal import Files
internal import Glibc
internal import Logging
internal import Processes

/// The folder of the cache for Clang modules: the user's own, kept between sessions, or one of this
/// session if that cannot be used.
struct ModuleCache: Sendable {
    /// The folder that is kept between sessions.
    private let shared: String

    /// The folder of the session.
    private let own: String

    /// The log of errors.
    private let log: Logger

    /// Indicates whether the folder of the session is in use.
    private(set) var isOwn = false

    /// Chooses the folder that is kept between sessions if only this user can write to it.
    init(shared: String, sessionFolder: String, log: Logger) {
        self.shared = shared
        self.log = log
        own = "\(sessionFolder)/modules"
        do throws(CacheProblem) {
            try CacheStore(path: shared).prepare()
            if access(shared, W_OK) != 0 {
                throw .cannotWrite(path: shared, cause: "\(ErrorNumber.last)")
            }
        } catch {
            log.warning("the system's headers are compiled for this session only: \(error)")
            isOwn = true
        }
    }

    /// The folder in use.
    var path: String { isOwn ? own : shared }

    /// Switches to the folder of the session; returns whether it was not in use already.
    mutating func leave() -> Bool {
        defer { isOwn = true }
        return !isOwn
    }

    /// Removes the folder that is kept between sessions, so that the next session creates a new
    /// one.
    func removeShared() {
        log.warning("the compiled headers in \(shared) were damaged, and are made anew")
        TemporaryFolder.remove(shared)
    }
}
