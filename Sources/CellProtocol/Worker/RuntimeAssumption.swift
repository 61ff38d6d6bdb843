/// Something about the insides of the toolchain, the C library or the system that the worker relies
/// on, and that no document promises.
///
/// The worker checks each at its start. Where one does not hold, the worker does what is safe.
public enum RuntimeAssumption: String, Codable, Sendable, CaseIterable {
    /// A job of a task is the task itself, with the kind of the job at its place.
    case taskLayout = "task-layout"
    /// The runtime has the functions whose calls in cells are redirected, under their mangled names.
    case redirectedCalls = "redirected-calls"
    /// Dispatch's variables lie in one range of memory that can be put back, with the main queue.
    case dispatchVariables = "dispatch-variables"
    /// The runtime keeps the number of its thread in a variable that can be found.
    case threadNumbers = "thread-numbers"
    /// The system's clock of a thread follows from the number of the thread.
    case threadClocks = "thread-clocks"
    /// Memory can be writable and executable.
    case executableMemory = "executable-memory"
    /// The system tells which pages are shared with another process.
    case sharedPages = "shared-pages"

    /// The features that cells lack if the assumption does not hold.
    public var consequence: String {
        switch self {
        case .taskLayout:
            "an interrupt ends an asynchronous cell instead of cancelling its tasks"
        case .redirectedCalls:
            "a cell that asks whether it is cancelled does not learn of an interrupt, which ends it"
        case .dispatchVariables:
            "after a cell with a timer of Dispatch, cells run in place and cannot be rolled back"
        case .threadNumbers: "cells run in place and cannot be rolled back"
        case .threadClocks: "cells right after one that uses threads may run in place"
        case .executableMemory: "cells become slower when there are hundreds of them"
        case .sharedPages: "cells that change hundreds of megabytes are slower"
        }
    }
}
