/// Options of the optimiser that every cell is compiled with.
enum OptimizerOptions {
    /// The options.
    ///
    /// Swift 6.3 moves the checks of indices out of a loop, and loses the last one where the loop runs
    /// to the array's count inclusive: `for i in 0...a.count { sum += a[i] }` then adds whatever lies
    /// behind the array, without a word. A silent wrong number is the worst that a lecture can show.
    static let all = ["-enable-abc-hoisting=false"]
}
