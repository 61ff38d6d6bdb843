internal import ArgumentParser

/// `unroll sweep`: plans, runs and collects many runs of a notebook with different parameters.
struct SweepCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sweep",
        abstract: "Run a notebook with many parameters, here or on a cluster.",
        discussion: """
            A sweep is a file with a row of parameters on each line, and a result for each row. \
            Each row can be run by itself, anywhere: unroll run NOTEBOOK --params-from ROWS \
            --index N -o out/{index}.ipynb. A row whose result is there and complete is not run \
            again.
            """,
        subcommands: [
            SweepPlanCommand.self, SweepRunCommand.self, SweepMissingCommand.self,
            SweepCollectCommand.self,
        ])
}
