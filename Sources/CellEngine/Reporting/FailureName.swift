/// The names of the ways in which cells fail: one fixed word for each, so that a client or a test can
/// tell them apart.
enum FailureName {
    /// The cell could not be compiled.
    static let compileError = "CompileError"
    /// An error reached the top level of the cell.
    static let uncaughtError = "UncaughtError"
    /// The cell called `fatalError`.
    static let fatalError = "FatalError"
    /// A `precondition` did not hold.
    static let preconditionFailure = "PreconditionFailure"
    /// An `assert` did not hold.
    static let assertionFailure = "AssertionFailure"
    /// An index lay outside a collection.
    static let indexOutOfRange = "IndexOutOfRange"
    /// A number did not fit its type.
    static let arithmeticOverflow = "ArithmeticOverflow"
    /// A number was divided by zero.
    static let divisionByZero = "DivisionByZero"
    /// An optional was unwrapped that was nil.
    static let unexpectedNil = "UnexpectedNil"
    /// A cast with `as!` was not possible.
    static let castFailure = "CastFailure"
    /// An error was thrown where `try!` promised that none would be.
    static let unexpectedError = "UnexpectedError"
    /// An object was used through an `unowned` reference after its end.
    static let danglingReference = "DanglingReference"
    /// The cell asked the process to end.
    static let exit = "Exit"
    /// The process was aborted.
    static let abort = "Abort"
    /// Memory was used that is not the cell's.
    static let segmentationFault = "SegmentationFault"
    /// Calls lay too deep in one another.
    static let stackOverflow = "StackOverflow"
    /// There was not enough memory.
    static let outOfMemory = "OutOfMemory"
    /// The cell did something that the processor or the runtime forbids.
    static let trap = "Trap"
    /// A signal from outside ended the process.
    static let killed = "Killed"
    /// The person asked for the end of the cell.
    static let interrupted = "Interrupted"
    /// The cell asked for input that nobody can give.
    static let inputRefused = "InputRefused"
    /// A library that the cell needs could not be loaded.
    static let loadFailure = "LoadFailure"
    /// The process that held the session has ended between two cells.
    static let sessionLost = "SessionLost"
    /// A part of Unroll did not work.
    static let engineFailure = "EngineFailure"
    /// A command was not understood, or could not be done.
    static let commandFailure = "CommandError"
}
