/// The optimizer options for every cell.
enum OptimizerOptions {
    /// The options.
    ///
    /// Swift 6.3 hoists bounds checks out of loops, and loses the last one if the loop includes the
    /// array's count: `for i in 0...a.count { sum += a[i] }` then silently adds the memory after
    /// the array. A silent wrong number is the worst that a lecture can show.
    static let all = ["-enable-abc-hoisting=false"]
}
