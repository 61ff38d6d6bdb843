public import Display

/// Something that evaluates cells, one after the other, and remembers what they declared.
///
/// This is the seam of the house: above it, servers and runners know nothing of compilers and
/// processes; below it, the engine knows nothing of Jupyter.
public protocol Evaluator: Sendable {
    /// Evaluates a cell and returns when it has ended and all that it put out has been reported.
    ///
    /// At most one evaluation is under way at a time; the caller waits for one before it asks for
    /// the next.
    func evaluate(_ cell: Cell, observer: any EvaluationObserver) async -> EvaluationOutcome

    /// Hears which cells will probably be asked for next, in order, and may prepare for them.
    ///
    /// Each call replaces the expectations of the one before; none of them is a promise.
    func expect(_ upcoming: [Cell]) async

    /// Evaluates an expression after a cell, for a client that wants to see its value.
    func value(of expression: String) async -> Result<MIMEBundle, EvaluationFailure>

    /// Asks the cell that is being evaluated to end; does nothing where there is none.
    ///
    /// Returns as soon as it has been asked, without waiting for its end; where the cell waits for
    /// a line, it is then told that there is no more input.
    func interrupt() async

    /// Returns what could stand at a place in some code.
    ///
    /// - Parameter position: the cursor, counted in Unicode scalars from the start of the code.
    func completions(in code: String, at position: Int) async -> Completions

    /// Returns documentation of what stands at a place in some code, or nothing where none is known.
    ///
    /// - Parameter position: the cursor, counted in Unicode scalars from the start of the code.
    func inspection(
        of code: String, at position: Int, detail: InspectionDetail
    ) async -> MIMEBundle?

    /// Tells whether some code could be evaluated as it is, or wants more lines.
    func completeness(of code: String) async -> Completeness

    /// Returns the variables of the session, in the order in which they were declared; while a cell is
    /// being evaluated, as they were when somebody last asked.
    ///
    /// Looking at them changes nothing.
    func variables() async -> [Variable]

    /// Returns the value of a variable in every form in which it can be shown; nothing, where there is
    /// no such variable, or a cell is being evaluated.
    func value(ofVariable name: String) async -> MIMEBundle?

    /// Ends the session and frees what it holds; nothing may be asked of the evaluator afterwards.
    ///
    /// Everything that is under way returns: an evaluation as failed, the rest with nothing.
    func shutDown() async
}
