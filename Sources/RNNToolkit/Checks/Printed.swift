internal import Plotting
public import Recurrent

/// A number as a text prints it, beside the number that this run has found; see `textHas`.
///
/// The two agree where the number that was found, rounded to as many digits as are printed, is the
/// printed one. `Printed(over: "0.99", …)` and `Printed(under: "1e-8", …)` take the printed number
/// for a bound.
public struct Printed: Sendable {
    /// The relations between a printed number and the one that is found.
    private enum Relation {
        case rounded, over, under
    }

    /// The number as it is printed, such as `-1.0062`, `9.54e-7` or `57 %`.
    let spelling: String

    /// The quantity, in a few words.
    let quantity: String

    /// The number that was found; nil where there is none.
    private let found: Double?

    /// The relation that is checked.
    private let relation: Relation

    /// The printed number; nil where the spelling is none.
    private let printed: PrintedNumber?

    /// Compares a printed number with one of the run; nil, where the run has none, differs from all.
    public init(_ spelling: String, _ quantity: String, _ found: (some BinaryFloatingPoint)?) {
        self.init(spelling, quantity, found.map { Double($0) }, .rounded)
    }

    /// Compares a printed number with a whole one of the run.
    public init(_ spelling: String, _ quantity: String, _ found: (some BinaryInteger)?) {
        self.init(spelling, quantity, found.map { Double($0) }, .rounded)
    }

    /// Compares a printed number with the only element of a matrix.
    public init<Scalar: RealScalar>(
        _ spelling: String, _ quantity: String, _ found: Matrix<Scalar>
    ) {
        let only = found.elements.count == 1 ? found.elements.first : nil
        self.init(spelling, quantity, only.map { Double($0) }, .rounded)
    }

    /// Compares a printed bound with a number that should be greater.
    public init(over spelling: String, _ quantity: String, _ found: (some BinaryFloatingPoint)?) {
        self.init(spelling, quantity, found.map { Double($0) }, .over)
    }

    /// Compares a printed bound with a number that should be less.
    public init(under spelling: String, _ quantity: String, _ found: (some BinaryFloatingPoint)?) {
        self.init(spelling, quantity, found.map { Double($0) }, .under)
    }

    /// Takes the parts of a comparison.
    private init(_ spelling: String, _ quantity: String, _ found: Double?, _ relation: Relation) {
        self.spelling = spelling
        self.quantity = quantity
        self.found = found
        self.relation = relation
        printed = PrintedNumber(spelling)
    }

    /// Indicates whether the printed number is that of the run.
    package var agrees: Bool {
        guard let printed, let found else { return false }
        switch relation {
        case .rounded: return printed.isRounding(of: found)
        case .over: return found > printed.value
        case .under: return found < printed.value
        }
    }

    /// The printed number with its bound, such as "over 0.99".
    var text: String {
        let number = spelling.replacing("-", with: "−")
        switch relation {
        case .rounded: return number
        case .over: return "over \(number)"
        case .under: return "under \(number)"
        }
    }

    /// The number of the run, with as many digits as are printed.
    var foundAsPrinted: String {
        guard let found else { return "none" }
        let text = printed?.spelling(of: found)
        return (text ?? "\(found)").replacing("-", with: "−")
    }

    /// The number of the run, with more digits than texts print.
    var foundInFull: String {
        found.map { NumberFormat.significant(10).spelling(of: $0) } ?? "none"
    }

    /// The sentence for a number that differs.
    package var complaint: String {
        guard printed != nil else {
            return "\(quantity): the text has \(spelling), which is no number"
        }
        return "\(quantity): the text has \(text), you have \(foundAsPrinted)"
    }
}
