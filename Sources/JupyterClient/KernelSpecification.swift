internal import Files
internal import JSON

/// What is known about an installed kernel: how to start it and what it speaks.
///
/// - Source: "Kernel specs" in the documentation of jupyter_client, `kernels.rst`.
public struct KernelSpecification: Sendable, Hashable {
    /// The name by which notebooks ask for the kernel.
    public var name: String

    /// The folder that the kernel was installed in.
    public var folder: String

    /// The program and its arguments, with places such as `{connection_file}` to fill in.
    public var arguments: [String]

    /// The kernel's name as people see it.
    public var displayName: String

    /// The language of its cells.
    public var language: String

    /// How the kernel wants to be interrupted.
    public var interruptMode: InterruptMode

    /// What its environment needs; values may hold `${NAME}`.
    public var environment: [String: String]

    /// Describes a kernel.
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
    /// - Throws: `JupyterClientError`, where the file cannot be read or does not say how to start
    ///   the kernel.
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

    /// The entries of a `kernel.json` that matter here, under their names in the file.
    private struct Contents: Decodable {
        /// The program and its arguments.
        let argv: [String]
        /// The name for people.
        let display_name: String?
        /// The language.
        let language: String?
        /// `signal` or `message`.
        let interrupt_mode: String?
        /// Additions to the environment.
        let env: [String: String]?
    }
}
