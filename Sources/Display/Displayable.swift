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

/// The content of a representation.
public enum MIMEContent: Sendable, Hashable {
    /// Text, such as HTML, LaTeX or SVG.
    case text(String)
    /// Binary data, such as an image; sent in Base64.
    case data([UInt8])
    /// A JSON value, as text.
    case json(String)
}
