internal import Display

/// The pieces of one frame of an exploration.
struct FrameContent {
    /// One thing that is shown.
    private enum Piece {
        /// A picture, which is drawn once; its text is made where it is asked for.
        case picture(any Picture, drawing: SVG)
        /// A fragment of HTML, with its text.
        case html(String, text: String)
        /// Text.
        case text(String)
        /// Why there is nothing to show.
        case failure(String)
    }

    /// The form of drawings in HTML.
    enum Form {
        /// As images, which are shown wherever HTML is.
        case image
        /// As elements, which share parts with those of other frames.
        case element
    }

    /// The pieces, from top to bottom.
    private let pieces: [Piece]

    /// Takes a value that is shown, or several in a tuple or an array.
    init(_ value: Any) {
        pieces = Self.parts(of: value).map(Self.piece)
    }

    /// Says why there is nothing to show.
    init(failure: String) { pieces = [.failure(failure)] }

    /// Returns what a value consists of.
    private static func parts(of value: Any) -> [Any] {
        if value is any Displayable { return [value] }
        if let several = value as? [any Displayable] { return several }
        let mirror = Mirror(reflecting: value)
        guard mirror.displayStyle == .tuple else { return [value] }
        return mirror.children.flatMap { parts(of: $0.value) }
    }

    /// Returns a value as a piece.
    private static func piece(of value: Any) -> Piece {
        if let picture = value as? any Picture {
            return .picture(picture, drawing: picture.drawing)
        }
        let bundle = CellRuntime.mimeBundle(of: value)
        let text = bundle.plainText ?? ""
        if case .text(let html)? = bundle[.html] { return .html(html, text: text) }
        if case .data(let bytes)? = bundle[.png] {
            return .html(Self.image(bytes, alternativeText: text), text: text)
        }
        return .text(text)
    }

    /// Returns an image of pixels as an element.
    private static func image(_ bytes: [UInt8], alternativeText: String) -> String {
        "<img src=\"data:image/png;base64,\(Base64.text(of: bytes))\" "
            + "alt=\"\(HTML.escaped(alternativeText))\" style=\"max-width:100%;height:auto\">"
    }

    /// The frame as text.
    var text: String {
        pieces.map { piece in
            switch piece {
            case .picture(let picture, _):
                ShownText(limit: CellEnvironment.host.shownLength).cut(picture.description)
            case .html(_, let text), .text(let text), .failure(let text): text
            }
        }.joined(separator: "\n\n")
    }

    /// Returns the frame as HTML, an element a line.
    func html(_ form: Form) -> String {
        pieces.map { piece in
            switch piece {
            case .picture(_, let drawing): form == .image ? drawing.image : drawing.element
            case .html(let html, _): html
            case .text(let text): "<pre>\(HTML.escaped(text))</pre>"
            case .failure(let text):
                "<p role=\"alert\" style=\"\(Self.alertStyle)\">\(HTML.escaped(text))</p>"
            }
        }.map { "<div style=\"margin:0 0 6px\">\n\($0)\n</div>" }.joined(separator: "\n")
    }

    /// The look of an error, on light and dark pages.
    private static let alertStyle =
        "border-left:4px solid #C4122F;padding:4px 10px;margin:8px 0;white-space:pre-wrap"
}
