internal import Files
public import JSON

/// The error thrown when a notebook cannot be read or saved.
public struct NotebookError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The operation that failed.
    public enum Operation: String, Sendable {
        /// Reading the notebook.
        case read
        /// Saving the notebook.
        case save
    }

    /// The cause of an error.
    public enum Cause: Sendable, Equatable {
        /// The text is not JSON.
        case notJSON(JSONParsingError)
        /// The text is JSON but not a notebook, for the given reason.
        case notANotebook(String)
        /// The notebook's major version is not 4.
        case unsupportedVersion(String)
        /// A system call failed with an error number.
        case system(Int32)
    }

    /// The operation that failed.
    public let operation: Operation

    /// The path of the notebook, or `nil` if it did not come from a file.
    public let path: String?

    /// The cause.
    public let cause: Cause

    /// Creates an error.
    init(_ operation: Operation, path: String? = nil, cause: Cause) {
        self.operation = operation
        self.path = path
        self.cause = cause
    }

    /// Returns the error with the path of a file.
    func about(path: String) -> NotebookError {
        NotebookError(operation, path: path, cause: cause)
    }

    /// A sentence with the operation, the notebook, the cause and the remedy.
    public var description: String {
        "could not \(operation.rawValue) \(path ?? "the notebook"): \(reason)"
    }

    /// The cause and remedy, after the colon.
    private var reason: String {
        switch cause {
        case .notJSON(let error):
            return "it is \(error.description)"
        case .notANotebook(let problem):
            return "it is JSON, but not a notebook: \(problem)"
        case .unsupportedVersion(let version):
            return "it is of nbformat \(version), and only nbformat 4 is understood; "
                + "convert it with `jupyter nbconvert --to notebook`"
        case .system(let code):
            let advice = operation == .save ? "; what was saved before is untouched" : ""
            return "\(ErrorNumber(code))\(advice)"
        }
    }
}
