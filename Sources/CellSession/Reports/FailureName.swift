/// The names of the kinds of failures: one fixed word each, by which clients and tests distinguish
/// them.
package enum FailureName {
    /// The cell could not be compiled.
    package static let compileError = "CompileError"
    /// An error reached the top level of the cell.
    package static let uncaughtError = "UncaughtError"
    /// The cell called `fatalError`.
    package static let fatalError = "FatalError"
    /// A `precondition` failed.
    package static let preconditionFailure = "PreconditionFailure"
    /// An `assert` failed.
    package static let assertionFailure = "AssertionFailure"
    /// An index was out of range.
    package static let indexOutOfRange = "IndexOutOfRange"
    /// A number did not fit its type.
    package static let arithmeticOverflow = "ArithmeticOverflow"
    /// A number was divided by zero.
    package static let divisionByZero = "DivisionByZero"
    /// A `nil` optional was unwrapped.
    package static let unexpectedNil = "UnexpectedNil"
    /// A cast with `as!` failed.
    package static let castFailure = "CastFailure"
    /// An error was thrown in a `try!` expression.
    package static let unexpectedError = "UnexpectedError"
    /// An object was used through an `unowned` reference after its end.
    package static let danglingReference = "DanglingReference"
    /// The cell called `exit`.
    package static let exit = "Exit"
    /// The process was aborted.
    package static let abort = "Abort"
    /// The cell accessed memory that it does not own.
    package static let segmentationFault = "SegmentationFault"
    /// Calls were nested too deeply.
    package static let stackOverflow = "StackOverflow"
    /// There was not enough memory.
    package static let outOfMemory = "OutOfMemory"
    /// The cell executed an operation that the processor or the runtime forbids.
    package static let trap = "Trap"
    /// A signal from outside ended the process.
    package static let killed = "Killed"
    /// The user interrupted the cell.
    package static let interrupted = "Interrupted"
    /// The cell requested input although no client can provide it.
    package static let inputRefused = "InputRefused"
    /// The limit of a resource was lowered for good.
    package static let limitLowered = "LimitLowered"
    /// A library that the cell needs could not be loaded.
    package static let loadFailure = "LoadFailure"
    /// The process that held the session ended between two cells.
    package static let sessionLost = "SessionLost"
    /// A part of Unroll failed.
    package static let engineFailure = "EngineFailure"
    /// A command was not understood or failed.
    package static let commandFailure = "CommandError"
}
