internal import Glibc
internal import JupyterClient
internal import JupyterProtocol
internal import NotebookDocument
internal import Processes

/// Decides with which kernel a notebook is run.
struct KernelChoice: Sendable {
    /// The name that a person asked for, which counts before that in the notebook.
    let name: String?

    /// Where kernels are looked for, and what they inherit.
    let environment: [String: String]

    /// How long a kernel may take until it answers.
    let limit: Duration

    /// Who ends the kernel, when this process is killed.
    let processGuard: ProcessGuard?

    /// Returns how to start the kernel for a notebook, which works in the notebook's folder.
    ///
    /// Without a name, and for `unroll`, it is this program itself, so that nothing has to be
    /// installed first.
    ///
    /// - Throws: `JupyterClientError`, where no kernel of that name is installed.
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

    /// Whether a notebook is run with our own kernel.
    func isOwn(for notebook: Notebook) -> Bool { name(for: notebook) == Self.ownName }

    /// Returns the name of the kernel for a notebook.
    private func name(for notebook: Notebook) -> String {
        name ?? notebook.kernelName ?? Self.ownName
    }

    /// The name of our own kernel.
    static let ownName = "unroll"

    /// Our own kernel: this program with another command.
    static var own: KernelSpecification {
        KernelSpecification(
            name: ownName,
            arguments: [ownProgram, "kernel", "--connection-file", "{connection_file}"],
            displayName: "Swift (Unroll)", language: "swift", interruptMode: .message)
    }

    /// Where this program is installed: `bin` stands below it.
    private static var prefix: String? {
        let parts = ownProgram.split(separator: "/", omittingEmptySubsequences: false)
        return parts.count > 2 ? parts.dropLast(2).joined(separator: "/") : nil
    }

    /// The path of this program; through the link in `/proc`, where the file has been replaced.
    private static var ownProgram: String {
        let link = "/proc/self/exe"
        guard let path = realpath(link, nil) else { return link }
        defer { free(path) }
        return String(cString: path)
    }
}
