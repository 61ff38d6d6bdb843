internal import JSON
internal import NotebookDocument
internal import NotebookRunner

/// A file from which a notebook is read: a notebook itself, or a script whose cells begin with
/// `// %%` or `# %%`.
struct NotebookSource {
    /// The file.
    let file: NotebookFile

    /// The converter, or `nil` if the file is a notebook.
    private let script: PercentScript?

    /// Creates a source from the path of a file.
    init(path: String) {
        file = NotebookFile(path: path)
        script = PercentScript(path: path)
    }

    /// Indicates whether the file is a script, which holds no outputs.
    var isScript: Bool { script != nil }

    /// Reads the notebook.
    ///
    /// - Throws: `NotebookError` or `CommandFailure` with the path.
    func read() throws -> NotebookReading {
        guard let script else { return try file.read() }
        let bytes = try file.bytes()
        do {
            var notebook = try script.notebook(of: String(decoding: bytes, as: UTF8.self))
            if notebook.kernelName == nil, file.path.hasSuffix(".py") {
                // As jupytext does for scripts that name no kernel.
                notebook.metadata["kernelspec"] = [
                    "display_name": "Python 3", "language": "python", "name": "python3",
                ]
            }
            return NotebookReading(notebook: notebook, fingerprint: FileFingerprint(of: bytes))
        } catch {
            throw CommandFailure("\(file.path): \(error)", code: ExitStatus.badInput)
        }
    }
}
