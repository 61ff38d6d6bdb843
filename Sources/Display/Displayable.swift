/// A value that knows how it wants to be shown.
///
/// When a cell ends in an expression of such a type, or hands it to `display`, clients get its
/// bundle instead of its description.
public protocol Displayable {
    /// The value in every form in which it can be shown; plain text should always be among them.
    var mimeBundle: MIMEBundle { get }
}
