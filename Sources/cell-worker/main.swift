// The worker process: cell-worker SESSION-FOLDER [ASSUMPTION ...] loads and runs cells, and takes
// assumptions about the runtime not to hold. Its channel to the kernel is
// descriptor 3, and descriptor 4 closes when the session is to end; standard output and standard
// error are pipes that the kernel reads.
//
// Cells are linked against nothing: their symbols are resolved in this executable, which exports
// its symbols.

internal import CellProtocol
internal import Processes
// Everything that cells may import must be in the executable, even if nothing here uses it.
internal import RNNToolkit

Keeper.leaveBehind(
    leash: Descriptor(owning: 4), sessionFolder: CommandLine.arguments.dropFirst().first ?? "")
CellExecutor.install()
Worker.start(
    on: Channel(Descriptor(owning: 3)), taking: Array(CommandLine.arguments.dropFirst(2)))
