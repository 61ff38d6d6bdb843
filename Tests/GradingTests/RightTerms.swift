import Glibc
import Grading
import Recurrent

/// Right solutions of the exercise, each written in another way.
enum RightTerms {
    /// Solutions for numbers.
    static var numbers: [(name: String, terms: NumberTerms)] {
        [
            (
                "the sweep",
                { W, V, H, x, y in
                    let T = H.count - 1
                    var delta = (V * H[T] - y) * V * (1 - H[T] * H[T])
                    var terms = [delta * H[T - 1]]
                    for k in stride(from: T - 1, through: 1, by: -1) {
                        delta = (1 - H[k] * H[k]) * W * delta
                        terms.append(delta * H[k - 1])
                    }
                    return terms
                }
            ),
            (
                "all δ first",
                { W, V, H, x, y in
                    let T = H.count - 1
                    var deltas = [Double](repeating: 0, count: T + 1)
                    deltas[T] = V * (V * H[T] - y) * (1 - H[T]) * (1 + H[T])
                    for k in (1..<T).reversed() {
                        deltas[k] = deltas[k + 1] * W * (1 - pow(H[k], 2))
                    }
                    return (1...T).reversed().map { deltas[$0] * H[$0 - 1] }
                }
            ),
            (
                "recursion",
                { W, V, H, x, y in
                    func delta(_ k: Int) -> Double {
                        let slope = 1 - H[k] * H[k]
                        return k == H.count - 1
                            ? slope * V * (V * H[k] - y) : slope * W * delta(k + 1)
                    }
                    return (1..<H.count).map { delta($0) * H[$0 - 1] }.reversed()
                }
            ),
            (
                "recursion over the list",
                { W, V, H, x, y in
                    func rest(_ states: ArraySlice<Double>, _ arriving: Double) -> [Double] {
                        guard let last = states.last, states.count > 1 else { return [] }
                        let delta = arriving * (1 - last * last)
                        let before = states.dropLast()
                        return [delta * (before.last ?? 0)] + rest(before, delta * W)
                    }
                    return rest(H[...], V * (V * (H.last ?? 0) - y))
                }
            ),
            (
                "products of W to a power",
                { W, V, H, x, y in
                    let T = H.count - 1
                    return (1...T).reversed().map { k in
                        let slopes = (k...T).map { 1 - H[$0] * H[$0] }.reduce(1, *)
                        return (V * H[T] - y) * V * pow(W, Double(T - k)) * slopes * H[k - 1]
                    }
                }
            ),
            (
                "gradients of states",
                { W, V, H, x, y in
                    var arriving = V * (V * H[H.count - 1] - y)
                    var terms: [Double] = []
                    for k in stride(from: H.count - 1, to: 0, by: -1) {
                        let delta = arriving * (1 - H[k] * H[k])
                        terms.append(delta * H[k - 1])
                        arriving = W * delta
                    }
                    return terms
                }
            ),
            (
                "slopes from z",
                { W, V, H, x, y in
                    let slopes = H.map { 1 / pow(cosh(atanh($0)), 2) }
                    var delta = V * (V * H[H.count - 1] - y) * slopes[H.count - 1]
                    var terms: [Double] = []
                    var k = H.count - 1
                    while k >= 1 {
                        terms.append(H[k - 1] * delta)
                        k -= 1
                        delta *= W * slopes[k]
                    }
                    return terms
                }
            ),
            (
                "slopes by differences",
                { W, V, H, x, y in
                    let slopes = H.map { state in
                        let z = atanh(state)
                        return (tanh(z + 1e-5) - tanh(z - 1e-5)) / 2e-5
                    }
                    let T = H.count - 1
                    var delta = (V * H[T] - y) * V * slopes[T]
                    var terms = [delta * H[T - 1]]
                    for k in stride(from: T - 1, through: 1, by: -1) {
                        delta *= slopes[k] * W
                        terms.append(delta * H[k - 1])
                    }
                    return terms
                }
            ),
            (
                "from the front",
                { W, V, H, x, y in
                    // What each use of W does to every later state.
                    let T = H.count - 1
                    var influence: [Double] = []
                    for t in 1...T {
                        let slope = 1 - H[t] * H[t]
                        influence = influence.map { $0 * W * slope } + [H[t - 1] * slope]
                    }
                    return influence.reversed().map { $0 * V * (V * H[T] - y) }
                }
            ),
            (
                "inserted at the front",
                { W, V, H, x, y in
                    var terms: [Double] = []
                    for k in 1..<H.count {
                        var factor = V * (V * H[H.count - 1] - y)
                        for j in (k..<H.count).reversed() {
                            factor *= 1 - H[j] * H[j]
                            if j > k { factor *= W }
                        }
                        terms.insert(factor * H[k - 1], at: 0)
                    }
                    return terms
                }
            ),
            (
                "reduce",
                { W, V, H, x, y in
                    let T = H.count - 1
                    let start = (delta: (V * H[T] - y) * V / W, terms: [Double]())
                    return (1...T).reversed().reduce(start) { state, k in
                        let delta = state.delta * W * (1 - H[k] * H[k])
                        return (delta, state.terms + [delta * H[k - 1]])
                    }.terms
                }
            ),
            (
                "other names",
                { a, b, states, inputs, wanted in
                    let error = b * (states.last ?? 0) - wanted
                    var back = error * b
                    return zip(states.dropFirst(), states).reversed().map { now, before in
                        back *= 1 - now * now
                        defer { back *= a }
                        return back * before
                    }
                }
            ),
            (
                "Jacobians",
                { W, V, H, x, y in
                    let T = H.count - 1
                    let jacobians = H.map { W * (1 - $0 * $0) }
                    return (1...T).reversed().map { k in
                        let way = jacobians[(k + 1)...].reduce(1, *)
                        return V * (V * H[T] - y) * way * (1 - H[k] * H[k]) * H[k - 1]
                    }
                }
            ),
            (
                "error written the other way round",
                { W, V, H, x, y in
                    let T = H.count - 1
                    var delta = -V * (y - V * H[T]) * (1 - H[T] * H[T])
                    var terms = [H[T - 1] * delta]
                    for step in 1..<T {
                        delta = delta * (W - W * H[T - step] * H[T - step])
                        terms += [H[T - step - 1] * delta]
                    }
                    return terms
                }
            ),
            (
                "the half and the two",
                { W, V, H, x, y in
                    let T = H.count - 1
                    var terms: [Double] = []
                    var delta = 0.5 * 2 * (V * H[T] - y) * V
                    for k in stride(from: T, through: 1, by: -1) {
                        if k < T { delta *= W }
                        delta -= delta * H[k] * H[k]
                        terms.append(delta * H[k - 1])
                    }
                    return terms
                }
            ),
            (
                "logarithms of sizes",
                { W, V, H, x, y in
                    let T = H.count - 1
                    return (1...T).reversed().map { k in
                        let factors =
                            [V, V * H[T] - y, H[k - 1]] + (k..<T).map { _ in W }
                            + (k...T).map { 1 - H[$0] * H[$0] }
                        let size = exp(factors.map { log(abs($0)) }.reduce(0, +))
                        return factors.count { $0 < 0 } % 2 == 0 ? size : -size
                    }
                }
            ),
            (
                "in single precision at the end",
                { W, V, H, x, y in
                    let T = H.count - 1
                    var delta = (V * H[T] - y) * V * (1 - H[T] * H[T])
                    var terms = [Double(Float(delta * H[T - 1]))]
                    for k in stride(from: T - 1, through: 1, by: -1) {
                        delta = (1 - H[k] * H[k]) * W * delta
                        terms.append(Double(Float(delta * H[k - 1])))
                    }
                    return terms
                }
            ),
            (
                "a structure",
                { W, V, H, x, y in
                    struct Walker {
                        var arriving: Double
                        mutating func step(_ H: Double, _ before: Double, _ W: Double) -> Double {
                            let delta = (1 - H * H) * arriving
                            arriving = W * delta
                            return delta * before
                        }
                    }
                    var walker = Walker(arriving: V * (V * H[H.endIndex - 1] - y))
                    return H.indices.dropFirst().reversed().map { walker.step(H[$0], H[$0 - 1], W) }
                }
            ),
        ]
    }

    /// Solutions for matrices.
    static var matrices: [(name: String, terms: MatrixTerms)] {
        [
            (
                "the sweep",
                { W, V, H, x, y in
                    let T = H.count - 1
                    var delta = try V.transposed * (V * H[T] - y) .* H[T].map { 1 - $0 * $0 }
                    var terms = [try delta * H[T - 1].transposed]
                    for k in stride(from: T - 1, through: 1, by: -1) {
                        delta = try W.transposed * delta .* H[k].map { 1 - $0 * $0 }
                        terms.append(try delta * H[k - 1].transposed)
                    }
                    return terms
                }
            ),
            (
                "rows instead of columns",
                { W, V, H, x, y in
                    let T = H.count - 1
                    var row = try (V * H[T] - y).transposed * V
                    var terms: [Matrix<Double>] = []
                    for k in stride(from: T, through: 1, by: -1) {
                        row = try row .* H[k].transposed.map { 1 - $0 * $0 }
                        terms.append(try row.transposed * H[k - 1].transposed)
                        row = try row * W
                    }
                    return terms
                }
            ),
            (
                "diagonal matrices",
                { W, V, H, x, y in
                    let T = H.count - 1
                    func slopes(_ k: Int) -> Matrix<Double> {
                        .diagonal(H[k].elements.map { 1 - $0 * $0 })
                    }
                    var delta = try slopes(T) * V.transposed * (V * H[T] - y)
                    var terms: [Matrix<Double>] = []
                    for k in (1...T).reversed() {
                        if k < T { delta = try slopes(k) * W.transposed * delta }
                        terms.append(try delta * H[k - 1].transposed)
                    }
                    return terms
                }
            ),
            (
                "recursion",
                { W, V, H, x, y in
                    func delta(_ k: Int) throws -> Matrix<Double> {
                        let slope = H[k].map { 1 - $0 * $0 }
                        guard k < H.count - 1 else {
                            return try slope .* (V.transposed * (V * H[k] - y))
                        }
                        return try slope .* (W.transposed * delta(k + 1))
                    }
                    return try (1..<H.count).reversed().map { try delta($0) * H[$0 - 1].transposed }
                }
            ),
            (
                "Jacobians from the last step",
                { W, V, H, x, y in
                    let T = H.count - 1
                    return try (1...T).reversed().map { k in
                        var way = try (V * H[T] - y).transposed * V
                        for t in stride(from: T, to: k, by: -1) {
                            way = try way * (.diagonal(H[t].elements.map { 1 - $0 * $0 }) * W)
                        }
                        let delta = try way .* H[k].transposed.map { 1 - $0 * $0 }
                        return try (H[k - 1] * delta).transposed
                    }
                }
            ),
            (
                "element by element",
                { W, V, H, x, y in
                    let (T, n) = (H.count - 1, W.rows)
                    var arriving = [Double](repeating: 0, count: n)
                    for o in 0..<V.rows {
                        var output = -y[o, 0]
                        for i in 0..<n { output += V[o, i] * H[T][i, 0] }
                        for i in 0..<n { arriving[i] += V[o, i] * output }
                    }
                    var terms: [Matrix<Double>] = []
                    for k in stride(from: T, through: 1, by: -1) {
                        let delta = (0..<n).map { arriving[$0] * (1 - H[k][$0, 0] * H[k][$0, 0]) }
                        terms.append(
                            try Matrix(delta.map { row in (0..<n).map { row * H[k - 1][$0, 0] } }))
                        arriving = (0..<n).map { i in
                            (0..<n).map { W[$0, i] * delta[$0] }.reduce(0, +)
                        }
                    }
                    return terms
                }
            ),
            (
                "all δ first",
                { W, V, H, x, y in
                    let T = H.count - 1
                    var deltas = [try (V.transposed * (V * H[T] - y)) .* H[T].map { 1 - $0 * $0 }]
                    for k in (1..<T).reversed() {
                        deltas.append(
                            try (W.transposed * deltas[deltas.count - 1])
                                .* H[k].map { 1 - $0 * $0 })
                    }
                    return try deltas.enumerated().map { try $1 * H[T - 1 - $0].transposed }
                }
            ),
        ]
    }

    /// Solutions for arrays.
    static var arrays: [(name: String, terms: ArrayTerms)] {
        [
            (
                "loops",
                { W, V, H, x, y in
                    let T = H.count - 1
                    let outputs = V.map { row in zip(row, H[T]).map(*).reduce(0, +) }
                    let errors = zip(outputs, y).map(-)
                    var arriving = H[0].indices.map { i in
                        V.indices.map { V[$0][i] * errors[$0] }.reduce(0, +)
                    }
                    var terms: [[[Double]]] = []
                    for k in stride(from: T, through: 1, by: -1) {
                        let delta = zip(arriving, H[k]).map { $0 * (1 - $1 * $1) }
                        terms.append(delta.map { d in H[k - 1].map { d * $0 } })
                        arriving = W.indices.map { i in
                            W.indices.map { W[$0][i] * delta[$0] }.reduce(0, +)
                        }
                    }
                    return terms
                }
            ),
            (
                "a transposed matrix first",
                { W, V, H, x, y in
                    func product(_ A: [[Double]], _ v: [Double]) -> [Double] {
                        A.map { zip($0, v).reduce(0) { $0 + $1.0 * $1.1 } }
                    }
                    func transposed(_ A: [[Double]]) -> [[Double]] {
                        A[0].indices.map { column in A.map { $0[column] } }
                    }
                    let T = H.count - 1
                    let (back, out) = (transposed(W), transposed(V))
                    var delta = product(out, zip(product(V, H[T]), y).map { $0 - $1 })
                    return (1...T).reversed().map { k in
                        if k < T { delta = product(back, delta) }
                        delta = zip(delta, H[k]).map { $0 - $0 * $1 * $1 }
                        return delta.map { d in H[k - 1].map { $0 * d } }
                    }
                }
            ),
            (
                "from the front",
                { W, V, H, x, y in
                    let (T, n) = (H.count - 1, H[0].count)
                    // ∂H_t/∂z_k for every k up to t.
                    var ways: [[[Double]]] = []
                    for t in 1...T {
                        let slope = H[t].map { 1 - $0 * $0 }
                        ways = ways.map { way in
                            (0..<n).map { i in
                                (0..<n).map { j in
                                    slope[i] * (0..<n).reduce(0) { $0 + W[i][$1] * way[$1][j] }
                                }
                            }
                        }
                        ways.append((0..<n).map { i in (0..<n).map { $0 == i ? slope[i] : 0 } })
                    }
                    let errors = V.indices.map { o in
                        (0..<n).reduce(-y[o]) { $0 + V[o][$1] * H[T][$1] }
                    }
                    return (1...T).reversed().map { k in
                        let way = ways[k - 1]
                        return (0..<n).map { j in
                            let delta = V.indices.reduce(0) { sum, o in
                                sum + errors[o] * (0..<n).reduce(0) { $0 + V[o][$1] * way[$1][j] }
                            }
                            return H[k - 1].map { delta * $0 }
                        }
                    }
                }
            ),
        ]
    }
}
