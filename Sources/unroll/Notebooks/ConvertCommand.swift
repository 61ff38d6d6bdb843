internal import ArgumentParser
internal import NotebookDocument

/// `unroll convert`: converts notebooks to pages, Markdown or scripts, or a script to a notebook.
struct ConvertCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "convert",
        abstract: "Write notebooks as pages, texts or scripts, or a script as a notebook.",
        discussion: """
            The endings say which: .ipynb for notebooks; .html for a page that needs nothing else; .md \
            for Markdown, with pictures in a folder beside it; .swift and .py for scripts whose cells \
            begin with // %% or # %%, as jupytext's percent format. A folder is converted with --html, \
            --markdown or --script into another folder. Nothing is run.

            A page runs nothing that a notebook brings along, and loads nothing: scripts and pictures \
            from elsewhere are left out, and it is said where.
            """)

    /// The path of the source.
    @Argument(help: "The file or the folder to read.", completion: .file())
    var source: String

    /// The path of the target.
    @Argument(help: "The file or the folder to write.", completion: .file())
    var target: String

    /// The form, where the ending of the target does not say it.
    @Flag(help: "The form to write, where the ending does not say it.")
    var form: ExportForm?

    func run() throws {
        do {
            if NotebookSource(path: source).isScript, target.hasSuffix(".ipynb") {
                try NotebookFile(path: target).save(read(source))
            } else if let form = form ?? ExportForm(path: target) {
                try export(form)
            } else {
                throw CommandFailure(
                    "could not convert \(source) to \(target): a notebook ends in .ipynb, what it "
                        + "becomes in .html, .md, .swift or .py; for a folder, say --html, --markdown "
                        + "or --script", code: ExitStatus.badInput)
            }
        } catch let failure as CommandFailure {
            throw failure
        } catch {
            throw CommandFailure("\(error)", code: ExitStatus.badInput)
        }
    }

    /// Writes the notebooks of the source in another form; one that cannot be read does not keep the
    /// others.
    private func export(_ form: ExportForm) throws {
        let paths = NotebookPaths([source])
        var problems = paths.problems
        var exports = NotebookExports(notebooks: [])
        for entry in paths.entries {
            do {
                let notebook = try read(entry.path)
                exports.notebooks.append((NotebookExport(notebook, path: entry.path), entry.place))
            } catch {
                problems.append("\(error)")
            }
        }
        if !exports.notebooks.isEmpty { try exports.write(form, to: target) }
        guard problems.isEmpty else {
            throw CommandFailure(problems.joined(separator: "\n"), code: ExitStatus.badInput)
        }
    }

    /// Reads a notebook, or a script as one.
    private func read(_ path: String) throws -> Notebook {
        try NotebookSource(path: path).read().notebook
    }
}
