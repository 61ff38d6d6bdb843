// The worker process: loads and runs cells. Its line to the kernel is descriptor 3; standard output
// and standard error are pipes that the kernel reads.
//
// Cells link nothing: what they call is found in this executable, which exports its symbols.

internal import CellProtocol
internal import Processes
// Everything that cells may import has to be in the executable, also what nothing here mentions.
internal import RNNToolkit

CellExecutor.install()
Worker.start(on: Channel(Descriptor(owning: 3)))
