internal import Recurrent

/// One step back through an LSTM of one unit.
public typealias LSTMStepBack = (LSTMStep) throws -> LSTMStepGradient

/// Compares a solution for one step back through an LSTM with the toolkit's, on random steps.
///
/// - Throws: `NotYetRight`, which names the fault.
public func grade(_ stepBack: LSTMStepBack) throws {
    try conclude(Diagnosis.ofStepBack(stepBack))
}

/// Compares a solution for one step back through an LSTM with the toolkit's, and returns the points.
///
/// - Parameters:
///   - stepBack: the solution.
///   - points: the points of a right solution.
/// - Returns: the points, of which there are some for parts; the diagnosis is printed.
public func grade(_ stepBack: LSTMStepBack, points: Double) throws -> Double {
    mark(try Diagnosis.ofStepBack(stepBack), of: points)
}

extension Diagnosis {
    /// Examines one step back through an LSTM.
    package static func ofStepBack(_ stepBack: LSTMStepBack, seed: UInt64 = seed) throws
        -> Diagnosis
    {
        let problems = try LSTMProblem.random(seed: seed)
        return Examiner<LSTMRecipe>(problems: problems).diagnosis { problem in
            let found = try stepBack(problem.step)
            return [[found.i], [found.f], [found.g], [found.o], [found.cBefore]]
        }
    }
}
