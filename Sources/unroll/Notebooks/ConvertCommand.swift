internal import ArgumentParser
internal import NotebookDocument
internal import NotebookRunner

/// `unroll convert`: converts a notebook to a script, or a script to a notebook.
struct ConvertCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "convert",
        abstract: "Write a notebook as a script, or a script as a notebook.",
        discussion: """
            The endings say which: .ipynb for notebooks, .swift and .py for scripts whose cells \
            begin with // %% or # %%, as jupytext's percent format. A script has no outputs.
            """)

    /// The path of the source.
    @Argument(help: "The file to read.", completion: .file())
    var source: String

    /// The path of the target.
    @Argument(help: "The file to write.", completion: .file())
    var target: String

    func run() throws {
        do {
            if let script = PercentScript(path: source), target.hasSuffix(".ipynb") {
                let bytes = try NotebookFile(path: source).bytes()
                let notebook = try script.notebook(of: String(decoding: bytes, as: UTF8.self))
                try NotebookFile(path: target).save(notebook)
            } else if let script = PercentScript(path: target), source.hasSuffix(".ipynb") {
                let notebook = try NotebookFile(path: source).read().notebook
                try FileTree.write(try script.text(of: notebook), to: target)
            } else {
                throw CommandFailure(
                    "could not convert \(source) to \(target): one has to end in .ipynb, the other "
                        + "in .swift or .py", code: ExitStatus.badInput)
            }
        } catch let failure as CommandFailure {
            throw failure
        } catch {
            throw CommandFailure("\(error)", code: ExitStatus.badInput)
        }
    }
}
