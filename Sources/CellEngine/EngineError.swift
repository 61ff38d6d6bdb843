internal import CellSession

/// The error thrown when the engine fails for reasons outside the user's cell.
public enum EngineError: Error, Sendable, Equatable, CustomStringConvertible {
    /// A part of the engine could not be started.
    case cannotStart(part: String, cause: String)
    /// The compiler process ended while it was serving a request.
    case compilerEnded(how: String)
    /// The compilation was cancelled at the user's request.
    case cancelled
    /// The process that held the session has ended.
    case sessionLost
    /// The state before the running cell is not kept, because the cell runs beside threads of
    /// earlier ones.
    case noEarlierState
    /// The compiler process could not serve the request.
    case compilerFailed(cause: String)
    /// The compiler process took too long, and was killed.
    case compilerTooSlow(limit: Duration)
    /// Brackets of the source are nested too deeply, from this offset in UTF-8 bytes on.
    case nestedTooDeep(offset: Int)

    /// A sentence with the part, the cause and the remedy.
    public var description: String {
        switch self {
        case .cannotStart(let part, let cause):
            "could not start the \(part): \(cause); run `unroll doctor` to see what is missing"
        case .compilerEnded(let how):
            "the compiler process ended (\(how)) over this cell, twice; "
                + "change the cell a little, or report it as a fault of the compiler"
        case .sessionLost: "the process that held the session has ended"
        case .noEarlierState:
            "could not run the cell beside the running one: that one runs beside threads of "
                + "earlier cells, so the state before it is not kept; wait until it has ended"
        case .cancelled: "the compilation was given up"
        case .compilerFailed(let cause):
            "the compiler could not be used: \(cause); run `unroll doctor`"
        case .compilerTooSlow(let limit):
            "the compiler had not come to an end with this cell after \(limit.components.seconds) "
                + "seconds, and was ended; split the cell, or write its longest expressions in parts"
        case .nestedTooDeep(let offset): CellRefusal.nestedTooDeep(offset: offset).message
        }
    }
}
