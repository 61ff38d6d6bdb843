/// A value with its own representations in notebooks.
///
/// If a cell ends in an expression of such a type, or passes it to `display`, clients show its
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
