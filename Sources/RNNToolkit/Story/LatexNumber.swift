internal import Plotting
internal import Recurrent

/// The spelling of numbers in LaTeX.
enum LatexNumber {
    /// Returns the number of a matrix that has only one, or the norm of a larger matrix.
    static func spelling<Scalar: RealScalar>(of value: Matrix<Scalar>) -> String {
        guard let single = value.single else {
            return "\\|\\cdot\\| = " + spelling(of: value.norm.shown)
        }
        return spelling(of: single)
    }

    /// Returns a symbol with its number, or with its norm if it is a larger matrix.
    static func equation<Scalar: RealScalar>(of symbol: String, _ value: Matrix<Scalar>) -> String {
        guard let single = value.single else {
            return "\\|\(symbol)\\| = " + spelling(of: value.norm.shown)
        }
        return "\(symbol) = " + spelling(of: single)
    }

    /// Returns a number with five significant digits.
    static func spelling(of value: Double) -> String {
        let text = FormulaNumber.spelling(of: value)
        switch text {
        case "NaN": return "\\text{NaN}"
        case "inf": return "\\infty"
        case "-inf": return "-\\infty"
        default: break
        }
        let parts = text.split(separator: "e")
        return parts.count == 2 ? "\(parts[0])\\times 10^{\(parts[1])}" : text
    }
}

/// Returns a part of a formula in LaTeX, with its value under a brace.
func braced<Scalar: RealScalar>(_ part: String, _ value: Matrix<Scalar>) -> String {
    "\\underbrace{\(part)}_{\(LatexNumber.spelling(of: value))}"
}
