/// Why the compiler process could not do what it was asked to.
public enum CompilerError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The toolchain's sourcekitd could not be used.
    case sourceKit(operation: String, cause: String)
    /// A file could not be written or read.
    case file(path: String, operation: String, cause: String)
    /// The linker did not make an object.
    case linking(output: String, cause: String)
    /// An object file is not what the compiler is known to make.
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
