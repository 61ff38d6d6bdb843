/// The reason why the cache cannot be used.
enum CacheProblem: Error, Sendable, Hashable, CustomStringConvertible {
    /// A folder could not be created.
    case cannotMake(path: String, cause: String)
    /// A folder is not writable.
    case cannotWrite(path: String, cause: String)
    /// The path is not a folder of this user.
    case isForeign(path: String)
    /// Other users may write to the folder.
    case isOpen(path: String)

    /// A sentence with the operation, its subject, the cause and the remedy.
    var description: String {
        switch self {
        case .cannotMake(let path, let cause): "could not make the folder \(path): \(cause)"
        case .cannotWrite(let path, let cause): "could not write to \(path): \(cause)"
        case .isForeign(let path):
            "could not use \(path): it is not a folder of your own; move it away"
        case .isOpen(let path):
            "could not use \(path): others may write there; run chmod 700 on it"
        }
    }
}
