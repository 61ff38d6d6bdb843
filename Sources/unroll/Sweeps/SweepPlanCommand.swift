internal import ArgumentParser
internal import NotebookDocument
internal import NotebookRunner

/// `unroll sweep plan`: writes the rows of a grid.
struct SweepPlanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan", abstract: "Write a row for each combination of some values.")

    /// The notebook, which must declare the parameters.
    @Argument(help: "The notebook.", completion: .file(extensions: ["ipynb"]))
    var notebook: String

    /// The parameters and their values.
    @Option(
        help: ArgumentHelp(
            "A parameter and its values: rate=0.1,0.01, seed=0..9 or kind=elman,lstm.",
            valueName: "name=values"))
    var grid: [String]

    func run() throws {
        do {
            let rows = try SweepGrid(grid).rows
            var notebook = try NotebookSource(path: notebook).read().notebook
            let first = try ParameterText(rows.first ?? "{}", source: "the grid").parameters
            _ = try ParameterInjection(first).apply(
                to: &notebook, language: notebook.languageName ?? "swift")
            for row in rows { print(row) }
        } catch {
            throw CommandFailure("\(error)", code: ExitStatus.badInput)
        }
    }
}
