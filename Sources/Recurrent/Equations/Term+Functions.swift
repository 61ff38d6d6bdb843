// The functions of the field, on terms. They step back behind those on numbers.

/// Returns 1 / (1 + exp(-a)) of every element.
public func σ(_ term: Term) -> Term { sigmoid(term) }

/// Returns 1 / (1 + exp(-z)).
public func σ(_ z: Double) -> Double { Activation.sigmoid(z) }

/// Returns 1 / (1 + exp(-a)) of every element.
public func sigmoid(_ term: Term) -> Term { Term(.function(.sigmoid, term)) }

/// Returns the hyperbolic tangent of every element.
@_disfavoredOverload
public func tanh(_ term: Term) -> Term { Term(.function(.tanh, term)) }

/// Returns every element where it is positive, 0 elsewhere.
public func relu(_ term: Term) -> Term { Term(.function(.relu, term)) }

/// Returns log(1 + exp(a)) of every element.
public func softplus(_ term: Term) -> Term { Term(.function(.softplus, term)) }

/// Returns e to the power of every element.
@_disfavoredOverload
public func exp(_ term: Term) -> Term { Term(.function(.exp, term)) }

/// Returns the natural logarithm of every element.
@_disfavoredOverload
public func log(_ term: Term) -> Term { Term(.function(.log, term)) }

/// Returns the square root of every element.
@_disfavoredOverload
public func sqrt(_ term: Term) -> Term { Term(.function(.sqrt, term)) }

/// Returns the sine of every element.
@_disfavoredOverload
public func sin(_ term: Term) -> Term { Term(.function(.sin, term)) }

/// Returns the cosine of every element.
@_disfavoredOverload
public func cos(_ term: Term) -> Term { Term(.function(.cos, term)) }

/// Returns every element without its sign.
@_disfavoredOverload
public func abs(_ term: Term) -> Term { Term(.function(.abs, term)) }

/// Returns exp(a) over the sum of all exp(a).
public func softmax(_ term: Term) -> Term { Term(.softmax(term)) }

/// Returns a - mean over √(variance + ε), over all elements of one sequence at one step.
///
/// A gain and a bias that are learned come after it: `g ⊙ layerNorm(a) + b`.
///
/// - Source: Ba, Kiros and Hinton 2016, arXiv:1607.06450, equation 4.
public func layerNorm(_ term: Term, ε: Double = 1e-5) -> Term {
    let centered = term - term.mean
    return centered / sqrt(centered.squared.mean + ε)
}

extension Term {
    /// The sum of all elements.
    public var sum: Term { Term(.sum(self)) }

    /// The mean of all elements.
    public var mean: Term { Term(.mean(self)) }

    /// The square of every element.
    public var squared: Term { Term(.function(.square, self)) }

    /// The square root of the sum of all squares.
    public var norm: Term { sqrt(squared.sum) }

    /// Rows and columns exchanged.
    public var transposed: Term { Term(.transposed(self)) }

    /// Returns one of several equal parts of the rows, counted from 0: a gate of several that are
    /// computed by one product.
    public func part(_ index: Int, of count: Int) -> Term { Term(.part(self, index, of: count)) }

    /// Returns the rows of this term above those of another: `[h; x]` in the books is `h.above(x)`.
    public func above(_ other: Term) -> Term { Term(.stacked(self, other)) }
}
