/// A term whose numbers are learned: `let W = Weight(of: .input)`.
///
/// It is called by the name of the property that holds it.
public typealias Weight = Term

/// A column whose numbers are learned: `let b = Bias()`.
public typealias Bias = Term

extension Term {
    /// Makes a matrix of weights.
    ///
    /// - Parameters:
    ///   - columns: what it is multiplied with: `.input` for D columns, `.state` for H.
    ///   - rows: how many rows there are; H unless said otherwise. `.state(times: 4)` stands for four
    ///     gates in one product.
    ///   - filling: what it starts from; nil for what the layer's `Initialization` says.
    public init(
        of columns: LayerExtent, rows: LayerExtent = .state,
        filled filling: Initialization.Filling? = nil
    ) {
        self.init(
            .weight(
                WeightDeclaration(name: "", rows: rows, columns: columns, filling: filling)))
    }

    /// Makes a column of weights: a bias, a gain, or what meets a state element by element.
    ///
    /// - Parameters:
    ///   - rows: how many numbers there are; H unless said otherwise.
    ///   - filling: what it starts from; nil for what the layer's `Initialization` says of biases.
    public init(_ rows: LayerExtent = .state, filled filling: Initialization.Filling? = nil) {
        self.init(of: .exactly(1), rows: rows, filled: filling)
    }
}
