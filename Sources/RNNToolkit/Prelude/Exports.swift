// What a cell has without importing anything.

@_exported public import CellRuntime
@_exported public import Display
@_exported public import Plotting
@_exported public import Recurrent
@_exported public import SequenceTasks
@_exported public import TensorFiles
