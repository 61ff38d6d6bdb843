/// Something to say about a cell beside what the notebook holds, such as that its outputs differ from
/// those of an earlier run.
public struct CellNote: Sendable, Hashable {
    /// The text of the note.
    public let text: String

    /// Pictures to look at side by side, each with a caption and an address that holds it.
    public let pictures: [Picture]

    /// A picture with its caption.
    public struct Picture: Sendable, Hashable {
        /// The role of the picture.
        public let caption: String

        /// The media type, such as `image/png`.
        public let type: String

        /// The picture: a text in SVG, or bytes in base 64.
        public let content: String

        /// Names a picture.
        public init(caption: String, type: String, content: String) {
            self.caption = caption
            self.type = type
            self.content = content
        }
    }

    /// Makes a note.
    public init(_ text: String, pictures: [Picture] = []) {
        self.text = text
        self.pictures = pictures
    }
}
