internal import Files
internal import JSON

/// The specification of an installed kernel: its command and its language.
///
/// - Source: "Kernel specs" in the documentation of jupyter_client, `kernels.rst`.
public struct KernelSpecification: Sendable, Hashable {
    /// The name by which notebooks refer to the kernel.
    public var name: String

    /// The folder of the kernel's specification.
    public var folder: String

    /// The program and its arguments, with placeholders such as `{connection_file}`.
    public var arguments: [String]

    /// The name of the kernel as shown to users.
    public var displayName: String

    /// The language of its cells.
    public var language: String

    /// The way in which the kernel is interrupted.
    public var interruptMode: InterruptMode

    /// Additional environment variables; values may contain `${NAME}`.
    public var environment: [String: String]

    /// Creates a specification.
    public init(
        name: String, folder: String = "", arguments: [String], displayName: String,
        language: String, interruptMode: InterruptMode = .signal,
        environment: [String: String] = [:]
    ) {
        self.name = name
        self.folder = folder
        self.arguments = arguments
        self.displayName = displayName
        self.language = language
        self.interruptMode = interruptMode
        self.environment = environment
    }

    /// Reads the `kernel.json` of a folder.
    ///
    /// - Throws: `JupyterClientError` if the file cannot be read or has no command.
    init(name: String, folder: String) throws(JupyterClientError) {
        let path = "\(folder)/kernel.json"
        let bytes: [UInt8]
        do {
            bytes = try WholeFile.read(path)
        } catch {
            throw .invalidKernelSpecification(
                path: path, problem: "it cannot be read: \(error.cause)")
        }
        do {
            let contents = try JSONValue(parsing: bytes).decoded(as: Contents.self)
            guard !contents.argv.isEmpty else {
                throw JupyterClientError.invalidKernelSpecification(
                    path: path, problem: "argv is empty")
            }
            self.init(
                name: name, folder: folder, arguments: contents.argv,
                displayName: contents.display_name ?? name, language: contents.language ?? "",
                interruptMode: contents.interrupt_mode.flatMap(InterruptMode.init) ?? .signal,
                environment: contents.env ?? [:])
        } catch let error as JupyterClientError {
            throw error
        } catch {
            throw .invalidKernelSpecification(path: path, problem: "\(error)")
        }
    }

    /// The relevant entries of a `kernel.json`, named as in the file.
    private struct Contents: Decodable {
        /// The program and its arguments.
        let argv: [String]
        /// The name as shown to users.
        let display_name: String?
        /// The language.
        let language: String?
        /// `signal` or `message`.
        let interrupt_mode: String?
        /// Additional environment variables.
        let env: [String: String]?
    }
}

/// The way in which a kernel is interrupted.
public enum InterruptMode: String, Sendable, Hashable {
    /// By the signal SIGINT to its process group.
    case signal
    /// By a message on the control channel.
    case message
}
