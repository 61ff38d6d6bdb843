/// The matrix product.
infix operator • : MultiplicationPrecedence

/// The product element by element.
infix operator ⊙ : MultiplicationPrecedence

// A number beside a term is a type of its own here: so terms need no literals, which every other
// expression with numbers in it would have to be checked against.

extension Term {
    /// Returns the sum, element by element; a single number is added to every element.
    public static func + (left: Term, right: Term) -> Term {
        Term(.arithmetic(.plus, left, right))
    }

    /// Returns the sum with a number.
    public static func + (left: Double, right: Term) -> Term { Term(left) + right }

    /// Returns the sum with a number.
    public static func + (left: Term, right: Double) -> Term { left + Term(right) }

    /// Returns the difference, element by element; a single number meets every element.
    public static func - (left: Term, right: Term) -> Term {
        Term(.arithmetic(.minus, left, right))
    }

    /// Returns the difference from a number, as in `1 - z`.
    public static func - (left: Double, right: Term) -> Term { Term(left) - right }

    /// Returns the difference from a number.
    public static func - (left: Term, right: Double) -> Term { left - Term(right) }

    /// Returns the term with the sign of every element changed.
    public static prefix func - (term: Term) -> Term { Term(.function(.negative, term)) }

    /// Returns the matrix product; a single number multiplies every element.
    public static func • (left: Term, right: Term) -> Term { Term(.product(left, right)) }

    /// Returns the matrix product; a single number multiplies every element.
    public static func * (left: Term, right: Term) -> Term { Term(.product(left, right)) }

    /// Returns the term with every element multiplied by a number.
    public static func * (left: Double, right: Term) -> Term { Term(left) ⊙ right }

    /// Returns the term with every element multiplied by a number.
    public static func * (left: Term, right: Double) -> Term { left ⊙ Term(right) }

    /// Returns the product element by element, the Hadamard product.
    public static func ⊙ (left: Term, right: Term) -> Term {
        Term(.arithmetic(.times, left, right))
    }

    /// Returns the product element by element, the Hadamard product.
    public static func .* (left: Term, right: Term) -> Term { left ⊙ right }

    /// Returns the quotient, element by element; a single number divides every element.
    public static func / (left: Term, right: Term) -> Term { Term(.arithmetic(.over, left, right)) }

    /// Returns a number divided by every element.
    public static func / (left: Double, right: Term) -> Term { Term(left) / right }

    /// Returns the term with every element divided by a number.
    public static func / (left: Term, right: Double) -> Term { left / Term(right) }
}

extension Matrix {
    /// Returns the matrix product, as `*` does.
    ///
    /// - Throws: `RecurrentError.shapeMismatch` with both shapes.
    public static func • (left: Matrix, right: Matrix) throws(RecurrentError) -> Matrix {
        try left * right
    }

    /// Returns the products of elements at the same places, as `.*` does.
    ///
    /// - Throws: `RecurrentError.shapeMismatch` with both shapes.
    public static func ⊙ (left: Matrix, right: Matrix) throws(RecurrentError) -> Matrix {
        try left .* right
    }
}
