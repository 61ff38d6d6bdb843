/// A value that is drawn, and that a text describes where nothing can be drawn.
///
/// Its bundle has three forms: the description, the drawing as SVG, and the same as an image in HTML.
/// JupyterLab shows such an image in every notebook, while it withholds SVG in those that it does not
/// trust; GitHub and nbviewer show it too. Programs that print notebooks take the SVG.
public protocol Picture: Displayable, CustomStringConvertible {
    /// The value as a drawing.
    var drawing: SVG { get }
}

extension Picture {
    /// The drawing, as a document.
    public var svg: String { drawing.text }

    /// The alternative text for users who cannot see the image.
    public var alternativeText: String { drawing.alternativeText }

    /// The value as text, as SVG, and as an image in HTML.
    public var mimeBundle: MIMEBundle {
        var bundle = MIMEBundle(text: description)
        let drawing = drawing
        bundle[.svg] = .text(drawing.text)
        bundle[.html] = .text(drawing.image)
        return bundle
    }

    /// Returns the picture in a size of its own, whatever the session's is.
    public func size(_ size: PictureSize) -> SizedPicture<Self> {
        SizedPicture(base: self, size: size)
    }
}

/// A picture in a size of its own.
public struct SizedPicture<Base: Picture>: Picture {
    /// The picture.
    let base: Base

    /// How large it is shown.
    let size: PictureSize

    /// The picture's drawing, in that size.
    public var drawing: SVG { base.drawing.sized(size) }

    /// The picture's text.
    public var description: String { base.description }
}

extension SizedPicture: Sendable where Base: Sendable {}
