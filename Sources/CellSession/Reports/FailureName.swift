/// The names of the ways in which cells fail: one fixed word for each, so that a client or a test can
/// tell them apart.
package enum FailureName {
    /// The cell could not be compiled.
    package static let compileError = "CompileError"
    /// An error reached the top level of the cell.
    package static let uncaughtError = "UncaughtError"
    /// The cell called `fatalError`.
    package static let fatalError = "FatalError"
    /// A `precondition` did not hold.
    package static let preconditionFailure = "PreconditionFailure"
    /// An `assert` did not hold.
    package static let assertionFailure = "AssertionFailure"
    /// An index lay outside a collection.
    package static let indexOutOfRange = "IndexOutOfRange"
    /// A number did not fit its type.
    package static let arithmeticOverflow = "ArithmeticOverflow"
    /// A number was divided by zero.
    package static let divisionByZero = "DivisionByZero"
    /// An optional was unwrapped that was nil.
    package static let unexpectedNil = "UnexpectedNil"
    /// A cast with `as!` was not possible.
    package static let castFailure = "CastFailure"
    /// An error was thrown where `try!` promised that none would be.
    package static let unexpectedError = "UnexpectedError"
    /// An object was used through an `unowned` reference after its end.
    package static let danglingReference = "DanglingReference"
    /// The cell asked the process to end.
    package static let exit = "Exit"
    /// The process was aborted.
    package static let abort = "Abort"
    /// Memory was used that is not the cell's.
    package static let segmentationFault = "SegmentationFault"
    /// Calls lay too deep in one another.
    package static let stackOverflow = "StackOverflow"
    /// There was not enough memory.
    package static let outOfMemory = "OutOfMemory"
    /// The cell did something that the processor or the runtime forbids.
    package static let trap = "Trap"
    /// A signal from outside ended the process.
    package static let killed = "Killed"
    /// The person asked for the end of the cell.
    package static let interrupted = "Interrupted"
    /// The cell asked for input that nobody can give.
    package static let inputRefused = "InputRefused"
    /// A library that the cell needs could not be loaded.
    package static let loadFailure = "LoadFailure"
    /// The process that held the session has ended between two cells.
    package static let sessionLost = "SessionLost"
    /// A part of Unroll did not work.
    package static let engineFailure = "EngineFailure"
    /// A command was not understood, or could not be done.
    package static let commandFailure = "CommandError"
}
