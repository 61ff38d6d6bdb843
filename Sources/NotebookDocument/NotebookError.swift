internal import Files
public import JSON

/// Why a notebook could not be read or saved.
public struct NotebookError: Error, Sendable, Equatable, CustomStringConvertible {
    /// What was to be done with the notebook.
    public enum Operation: String, Sendable {
        /// Reading it.
        case read
        /// Saving it.
        case save
    }

    /// What stood in the way.
    public enum Cause: Sendable, Equatable {
        /// The text is not JSON.
        case notJSON(JSONParsingError)
        /// The text is JSON, but no notebook, for a reason.
        case notANotebook(String)
        /// The notebook is of another major version than 4.
        case unsupportedVersion(String)
        /// The system refused, with an error number.
        case system(Int32)
    }

    /// What was to be done.
    public let operation: Operation

    /// Where the notebook stands, or nothing where it came from memory.
    public let path: String?

    /// What stood in the way.
    public let cause: Cause

    /// Makes an error.
    init(_ operation: Operation, path: String? = nil, cause: Cause) {
        self.operation = operation
        self.path = path
        self.cause = cause
    }

    /// Returns the same error about a file.
    func about(path: String) -> NotebookError {
        NotebookError(operation, path: path, cause: cause)
    }

    /// A sentence with what could not be done, to what, why, and what to do.
    public var description: String {
        "could not \(operation.rawValue) \(path ?? "the notebook"): \(reason)"
    }

    /// The part of the sentence after the colon.
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
