/// The error thrown when a kernel cannot be found, started or reached.
public enum JupyterClientError: Error, Sendable, Equatable, CustomStringConvertible {
    /// No kernel of that name is installed.
    case unknownKernel(name: String, installed: [String])

    /// The kernel's specification is invalid.
    case invalidKernelSpecification(path: String, problem: String)

    /// The program of a kernel does not exist.
    case missingProgram(name: String, kernel: String)

    /// The preparation of a kernel's start failed.
    case setupFailed(operation: String, cause: String)

    /// The kernel ended before it answered; `lines` are the last lines of its output.
    case endedAtStart(kernel: String, exit: String, lines: [String])

    /// The kernel did not answer in time; `lines` are the last lines of its output.
    case notReady(kernel: String, after: Duration, lines: [String])

    /// A sentence with the operation, its subject, the cause and the remedy.
    public var description: String {
        switch self {
        case .unknownKernel(let name, let installed):
            let others =
                installed.isEmpty
                ? "none is installed" : "installed are \(installed.joined(separator: ", "))"
            return "could not find the kernel \(name): \(others); "
                + "install it, or choose another with --kernel"
        case .invalidKernelSpecification(let path, let problem):
            return "could not use \(path): \(problem); install the kernel again"
        case .missingProgram(let name, let kernel):
            return
                "could not start the kernel \(kernel): its program \"\(name)\" cannot be found or executed; "
                + "install the kernel again"
        case .setupFailed(let operation, let cause):
            return "could not \(operation): \(cause)"
        case .endedAtStart(let kernel, let exit, let lines):
            return "could not start the kernel \(kernel): it ended with \(exit) before it answered"
                + Self.quoted(lines)
        case .notReady(let kernel, let duration, let lines):
            return "could not start the kernel \(kernel): it did not answer within "
                + "\(duration.components.seconds) s; allow more with --start-timeout"
                + Self.quoted(lines)
        }
    }

    /// Returns the last lines of a kernel's output, to be appended to a sentence.
    private static func quoted(_ lines: [String]) -> String {
        lines.isEmpty ? "" : "; it wrote:" + lines.map { "\n  \($0)" }.joined()
    }
}
