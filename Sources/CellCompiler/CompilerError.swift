/// The error thrown when the compiler process cannot serve a request.
public enum CompilerError: Error, Sendable, Equatable, CustomStringConvertible {
    /// An operation of the toolchain's sourcekitd failed.
    case sourceKit(operation: String, cause: String)
    /// A file could not be written or read.
    case file(path: String, operation: String, cause: String)
    /// The linker failed; the output is what it printed.
    case linking(output: String, cause: String)
    /// An object file is malformed, or not of the expected kind.
    case malformedObject(path: String, problem: String)

    /// A sentence with the operation and its cause.
    public var description: String {
        switch self {
        case .sourceKit(let operation, let cause):
            "sourcekitd could not \(operation): \(cause)"
        case .file(let path, let operation, let cause):
            "could not \(operation) \(path): \(cause)"
        case .linking(let output, let cause):
            "could not link \(output): \(cause)"
        case .malformedObject(let path, let problem):
            "could not read the object file \(path): \(problem)"
        }
    }
}
