extension SequenceBatch {
    /// Returns sliding windows over a series of vectors, and the vectors to predict.
    ///
    /// - Parameters:
    ///   - series: the vectors in order, of D features each.
    ///   - length: T, the number of vectors per window.
    ///   - ahead: the number of steps from the end of a window to its target.
    ///   - stride: the number of steps between the starts of two windows.
    /// - Returns: the windows as one batch, and the targets, `[B, D]`.
    /// - Throws: `RecurrentError` for a series that is too short for one window, vectors of
    ///   different lengths, or a number that is not finite.
    public static func windows(
        over series: [[Scalar]], length: Int, ahead: Int = 1, stride every: Int = 1
    ) throws(RecurrentError) -> (inputs: SequenceBatch, targets: Matrix<Scalar>) {
        try checkCount("the length of a window", length, from: 1)
        try checkCount("the number of steps ahead", ahead, from: 1)
        try checkCount("the number of steps between windows", every, from: 1)
        guard series.count >= length + ahead else {
            throw .invalidValue(
                name: "the length of the series", value: "\(series.count)",
                needed: "at least \(length + ahead), for one window and its answer")
        }
        let starts = Array(Swift.stride(from: 0, through: series.count - length - ahead, by: every))
        let inputs = try SequenceBatch(
            sequences: starts.map { Array(series[$0..<$0 + length]) })
        return (inputs, try Matrix(starts.map { series[$0 + length + ahead - 1] }))
    }

    /// Returns sliding windows over a series of single numbers, and the numbers to predict, `[B,
    /// 1]`.
    ///
    /// - Throws: `RecurrentError` for a series that is too short, or a number that is not finite.
    public static func windows(
        over series: [Scalar], length: Int, ahead: Int = 1, stride: Int = 1
    ) throws(RecurrentError) -> (inputs: SequenceBatch, targets: Matrix<Scalar>) {
        try windows(over: series.map { [$0] }, length: length, ahead: ahead, stride: stride)
    }
}
