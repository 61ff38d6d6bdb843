/// What can go wrong in the mathematics: shapes that do not fit, values out of range, bad files.
public enum RecurrentError: Error, Equatable, Sendable {
    /// Two operands whose shapes do not fit; the needed shape, and the one that was given.
    case shapeMismatch(operation: String, needed: String, given: String)
    /// A value that the operation cannot work with.
    case invalidValue(name: String, value: String, needed: String)
    /// A number that was computed and is infinite or not a number, with its place.
    case nonFinite(place: String, value: String)
    /// A number that was given and is infinite or not a number, with its place.
    case nonFiniteData(place: String, value: String)
    /// A file that could not be read or written.
    case file(operation: String, path: String, reason: String)
    /// Bytes that are not in the format they should be in, and the file that they are from.
    case malformed(format: String, reason: String, path: String? = nil)
    /// A file of another program's format, and what to do with it.
    case foreignFile(path: String, kind: String, advice: String)
}

extension RecurrentError: CustomStringConvertible {
    /// What could not be done, to what, because of what, and what to do.
    public var description: String {
        switch self {
        case .shapeMismatch(let operation, let needed, let given):
            "\(operation) needs \(needed), got \(given)"
        case .invalidValue(let name, let value, let needed):
            "\(name) is \(value); it must be \(needed)"
        case .nonFinite(let place, let value):
            "\(place) is \(value); lower the learning rate, clip gradients, or look at the data"
        case .file(let operation, let path, let reason):
            "could not \(operation) \(path): \(reason)"
        case .nonFiniteData(let place, let value):
            "\(place) is \(value); replace it by a finite number, or leave it out"
        case .malformed(let format, let reason, let path):
            "\(path ?? "this") is not a valid \(format) file: \(reason)"
        case .foreignFile(let path, let kind, let advice):
            "\(path) is \(kind); \(advice)"
        }
    }
}

extension RecurrentError {
    /// Returns the error with the file that its bytes are from.
    ///
    /// - Parameter format: what the file should be.
    func inFile(_ path: String, format: String) -> RecurrentError {
        switch self {
        case .file, .foreignFile: self
        case .malformed(let format, let reason, _):
            .malformed(format: format, reason: reason, path: path)
        default: .malformed(format: format, reason: description, path: path)
        }
    }
}
