/// Why a kernel could not be found, started or talked to.
public enum JupyterClientError: Error, Sendable, Equatable, CustomStringConvertible {
    /// No kernel of that name is installed.
    case unknownKernel(name: String, installed: [String])

    /// The description of a kernel is not valid.
    case invalidKernelSpecification(path: String, problem: String)

    /// The program of a kernel is not there.
    case missingProgram(name: String, kernel: String)

    /// Something that a kernel needs could not be prepared.
    case setupFailed(operation: String, cause: String)

    /// The kernel ended before it had answered; `lines` are the last that it wrote.
    case endedAtStart(kernel: String, exit: String, lines: [String])

    /// The kernel did not answer in time; `lines` are the last that it wrote.
    case notReady(kernel: String, after: Duration, lines: [String])

    /// A sentence with what could not be done, to what, why, and what to do.
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

    /// Returns the last lines of a kernel as an appendix to a sentence.
    private static func quoted(_ lines: [String]) -> String {
        lines.isEmpty ? "" : "; it wrote:" + lines.map { "\n  \($0)" }.joined()
    }
}
