internal import Files
internal import JupyterClient
internal import JupyterProtocol
internal import NotebookDocument
internal import Processes

/// The choice of the kernel for a notebook.
struct KernelChoice: Sendable {
    /// The name that the user specified, which takes precedence over that in the notebook.
    let name: String?

    /// The environment, in which kernels are found and which they inherit.
    let environment: [String: String]

    /// The maximum time until the kernel answers.
    let limit: Duration

    /// The guard that ends the kernel if this process is killed.
    let processGuard: ProcessGuard?

    /// Returns the settings for starting a notebook's kernel, which works in the notebook's folder.
    ///
    /// Without a name, and for `unroll`, the kernel is this program itself, so that nothing has to
    /// be installed first.
    ///
    /// - Throws: `JupyterClientError` if no kernel of that name is installed.
    func launch(
        for notebook: Notebook, at path: String
    ) throws(JupyterClientError) -> KernelLaunch {
        let name = name(for: notebook)
        let isOwn = isOwn(for: notebook)
        let specification =
            isOwn
            ? Self.own
            : try KernelCatalog(environment: environment, prefix: Self.prefix)
                .specification(named: name)
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) }
        return KernelLaunch(
            specification, transport: isOwn ? .ipc : .tcp, workingDirectory: folder,
            environment: environment, limit: limit, processGuard: processGuard)
    }

    /// Returns whether a notebook is run with Unroll's own kernel.
    func isOwn(for notebook: Notebook) -> Bool { name(for: notebook) == Self.ownName }

    /// Returns the name of a notebook's kernel.
    private func name(for notebook: Notebook) -> String {
        name ?? notebook.kernelName ?? Self.ownName
    }

    /// The name of Unroll's own kernel.
    static let ownName = "unroll"

    /// The specification of Unroll's own kernel: this program with another command.
    static var own: KernelSpecification {
        KernelSpecification(
            name: ownName,
            arguments: [ownProgram, "kernel", "--connection-file", "{connection_file}"],
            displayName: "Swift (Unroll)", language: "swift", interruptMode: .message)
    }

    /// The prefix of this program's installation, whose subfolder `bin` contains it.
    private static var prefix: String? {
        let parts = ownProgram.split(separator: "/", omittingEmptySubsequences: false)
        return parts.count > 2 ? parts.dropLast(2).joined(separator: "/") : nil
    }

    /// The path of this program; the link in `/proc` if the file has been replaced.
    private static var ownProgram: String {
        let link = "/proc/self/exe"
        return FilePath.resolvingLinks(link) ?? link
    }
}
