// The modules that a cell can use without an import.

@_exported public import CellRuntime
@_exported public import Display
@_exported public import Grading
@_exported public import Plotting
@_exported public import Recurrent
@_exported public import SequenceTasks
@_exported public import TensorFiles
@_exported public import Widgets
