/// A value that knows how it wants to be shown.
///
/// When a cell ends in an expression of such a type, or hands it to `display`, clients get its
/// bundle instead of its description.
///
/// For example:
///
/// ```swift
/// struct Fraction: Displayable {
///     var numerator = 1
///     var denominator = 2
///
///     var mimeBundle: MIMEBundle {
///         var bundle = MIMEBundle(text: "\(numerator)/\(denominator)")
///         bundle[.latex] = .text("$\\frac{\(numerator)}{\(denominator)}$")
///         return bundle
///     }
/// }
/// ```
public protocol Displayable {
    /// The representations of the value; plain text should always be one of them.
    var mimeBundle: MIMEBundle { get }
}
