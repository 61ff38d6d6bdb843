/// A value that is displayed as a drawing, and as a description where drawings cannot be shown.
///
/// Its bundle has three forms: the description, the drawing as SVG, and the drawing as an HTML
/// image. JupyterLab shows HTML images in every notebook, but SVG only in trusted ones; GitHub and
/// nbviewer also show the image. Programs that print notebooks use the SVG.
public protocol Picture: Displayable, CustomStringConvertible {
    /// The drawing.
    var drawing: SVG { get }
}

extension Picture {
    /// The drawing as an SVG document.
    public var svg: String { drawing.text }

    /// The alternative text for users who cannot see the image.
    public var alternativeText: String { drawing.alternativeText }

    /// The description as plain text, the drawing as SVG, and the drawing as an HTML image.
    public var mimeBundle: MIMEBundle {
        var bundle = MIMEBundle(text: description)
        let drawing = drawing
        bundle[.svg] = .text(drawing.text)
        bundle[.html] = .text(drawing.image)
        return bundle
    }

    /// Returns the picture with a fixed size, independent of the session's.
    public func size(_ size: PictureSize) -> SizedPicture<Self> {
        SizedPicture(base: self, size: size)
    }
}

/// A picture with a fixed size.
public struct SizedPicture<Base: Picture>: Picture {
    /// The picture.
    let base: Base

    /// The size.
    let size: PictureSize

    /// The picture's drawing in the fixed size.
    public var drawing: SVG { base.drawing.sized(size) }

    /// The picture's description.
    public var description: String { base.description }
}

extension SizedPicture: Sendable where Base: Sendable {}
