internal import Files
internal import Synchronization

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

/// The size in which pictures are displayed; they are never wider than the page.
public enum PictureSize: Sendable, Hashable, CaseIterable {
    /// The size for reading on a screen.
    case page
    /// The size for projection in a lecture hall: letters are nearly twice as high.
    case lecture

    /// The factor by which a picture is wider than its drawing.
    public var factor: Double {
        switch self {
        case .page: 1
        case .lecture: 1.75
        }
    }

    /// The size of pictures without a size of their own.
    ///
    /// For example: `PictureSize.current = .lecture` in the first cell of a notebook.
    public static var current: PictureSize {
        get { chosen.withLock { $0 } }
        set { chosen.withLock { $0 = newValue } }
    }

    /// The current size.
    private static let chosen = Mutex(PictureSize.page)
}

/// The error thrown when a file cannot be displayed.
public struct FileProblem: Error, Sendable, Hashable, CustomStringConvertible {
    /// The operation that failed and its cause.
    public let description: String

    /// Creates an error.
    init(_ description: String) { self.description = description }
}

extension WholeFile {
    /// Reads a file to display.
    ///
    /// - Throws: `FileProblem` with the path and the cause.
    static func shown(_ path: String) throws(FileProblem) -> [UInt8] {
        do {
            return try read(path)
        } catch {
            throw FileProblem(error.description)
        }
    }
}
