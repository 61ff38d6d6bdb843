public import Display

/// An evaluator of cells, which keeps the session's declarations and state.
///
/// This protocol separates the layers: servers and runners above it know nothing of compilers and
/// processes, and the engine below it knows nothing of Jupyter.
public protocol Evaluator: Sendable {
    /// Evaluates a cell, and returns after it has ended and all its outputs have been reported.
    ///
    /// At most one evaluation runs at a time; the caller must wait for it before it starts the
    /// next.
    func evaluate(_ cell: Cell, observer: any EvaluationObserver) async -> EvaluationOutcome

    /// Evaluates a cell of a subshell on a copy of the state before the running cell, or of the
    /// present state if none is running; what it changes is dropped.
    ///
    /// May run beside an evaluation and beside cells of other subshells.
    func evaluateAside(
        _ cell: Cell, in subshell: String, observer: any EvaluationObserver
    ) async -> EvaluationOutcome

    /// Frees what is kept for a subshell.
    func closeSubshell(_ subshell: String) async

    /// Announces the cells that will probably be evaluated next, in order, so that they can be
    /// prepared.
    ///
    /// Each call replaces the previous announcement; the cells need not be evaluated.
    func expect(_ upcoming: [Cell]) async

    /// Evaluates an expression after a cell, and returns its value.
    func value(of expression: String) async -> Result<MIMEBundle, EvaluationFailure>

    /// Interrupts the running cell; does nothing if no cell is running.
    ///
    /// Returns without waiting for the end of the cell. If the cell waits for input, the input
    /// ends.
    func interrupt() async

    /// Returns the completions at a position in code.
    ///
    /// - Parameter position: the cursor, in Unicode scalars from the start of the code.
    func completions(in code: String, at position: Int) async -> Completions

    /// Returns the documentation of the symbol at a position in code, or `nil` if there is none.
    ///
    /// - Parameter position: the cursor, in Unicode scalars from the start of the code.
    func inspection(
        of code: String, at position: Int, detail: InspectionDetail
    ) async -> MIMEBundle?

    /// Returns whether code is complete or needs more lines.
    func completeness(of code: String) async -> Completeness

    /// Returns the variables of the session in the order of their declarations.
    ///
    /// While a cell is running, returns the result of the last call before it. Has no side effects.
    func variables() async -> [Variable]

    /// Returns the value of a variable in all its representations, or `nil` if there is no such
    /// variable or a cell is running.
    func value(ofVariable name: String) async -> MIMEBundle?

    /// Does what follows from something that a client has said on a comm, as a cell of its own.
    ///
    /// Like an evaluation, it is the only thing under way.
    func receive(_ signal: CommSignal, observer: any EvaluationObserver) async -> EvaluationOutcome

    /// Returns what is to be said in answer to a question about the states of objects; also while a
    /// cell is being evaluated.
    func answer(to signal: CommSignal) async -> [CommSignal]

    /// Returns the targets of the comms that are open, by what identifies them.
    func comms() async -> [String: String]

    /// Notes what clients have been told of an object.
    ///
    /// - Parameter stateJSON: what has changed, as a JSON object's text.
    func note(_ stateJSON: String, ofComm comm: String) async

    /// Ends the session and frees its resources; the evaluator must not be used afterwards.
    ///
    /// All pending calls return: an evaluation with a failure, the others without a result.
    func shutDown() async
}

extension Evaluator {
    /// Subshells are not supported.
    public func evaluateAside(
        _ cell: Cell, in subshell: String, observer: any EvaluationObserver
    ) async -> EvaluationOutcome {
        let sentence = "could not run the cell beside the running one; wait until that has ended"
        return .failed(
            EvaluationFailure(name: "Unsupported", message: sentence, traceback: [sentence]))
    }

    /// Nothing is kept for subshells.
    public func closeSubshell(_ subshell: String) async {}

    /// No object hears of clients.
    public func receive(
        _ signal: CommSignal, observer: any EvaluationObserver
    ) async -> EvaluationOutcome {
        if signal.kind != .close {
            observer.observe(.comm(CommSignal(.close, comm: signal.comm)))
        }
        return .succeeded
    }

    /// No object has a state.
    public func answer(to signal: CommSignal) async -> [CommSignal] { [] }

    /// No comm is open.
    public func comms() async -> [String: String] { [:] }

    /// No object has a state.
    public func note(_ stateJSON: String, ofComm comm: String) async {}
}

/// A variable of the session, as shown in a list of variables.
public struct Variable: Sendable, Hashable {
    /// The name as a string.
    public var name: String

    /// The type.
    public var type: String

    /// The value as text, shortened.
    public var value: String

    /// The number of elements in each dimension, such as `3 × 4`; empty if the value has none.
    public var shape: String

    /// Creates a description of a variable.
    public init(name: String, type: String, value: String, shape: String = "") {
        self.name = name
        self.type = type
        self.value = value
        self.shape = shape
    }
}
