/// Why nothing is kept between sessions.
enum CacheProblem: Error, Sendable, Hashable, CustomStringConvertible {
    /// A folder could not be made.
    case cannotMake(path: String, cause: String)
    /// Nothing can be written to a folder.
    case cannotWrite(path: String, cause: String)
    /// Something other than a folder of this user lies there.
    case isForeign(path: String)
    /// Others than this user may write there.
    case isOpen(path: String)

    /// What could not be done, to what, because of what, and what to do.
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
