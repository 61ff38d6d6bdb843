/// A value to display, in one or more representations.
///
/// A client shows the richest representation that it supports; every client supports `text/plain`.
public struct MIMEBundle: Sendable, Hashable {
    /// One representation of the value.
    public struct Representation: Sendable, Hashable {
        /// The media type of the representation.
        public let type: MIMEType
        /// The content of the representation.
        public let content: MIMEContent

        /// Creates a representation.
        public init(_ type: MIMEType, _ content: MIMEContent) {
            self.type = type
            self.content = content
        }
    }

    /// The representations, in the order in which they were added; each media type occurs once.
    public private(set) var representations: [Representation] = []

    /// The metadata of the representations as the text of a JSON object, such as
    /// `{"image/png":{"width":640}}`; empty if there is none.
    public var metadataJSON: String = ""

    /// Creates an empty bundle.
    public init() {}

    /// Creates a bundle of plain text.
    public init(text: String) {
        self[.plainText] = .text(text)
    }

    /// Creates a bundle of representations.
    public init(_ representations: [Representation]) {
        for representation in representations { self[representation.type] = representation.content }
    }

    /// Indicates whether the bundle has no representations.
    public var isEmpty: Bool { representations.isEmpty }

    /// The content of a media type, or `nil` if there is none; setting `nil` removes it.
    public subscript(type: MIMEType) -> MIMEContent? {
        get { representations.first { $0.type == type }?.content }
        set {
            let position = representations.firstIndex { $0.type == type }
            switch (position, newValue) {
            case (let position?, let content?):
                representations[position] = Representation(type, content)
            case (let position?, nil): representations.remove(at: position)
            case (nil, let content?): representations.append(Representation(type, content))
            case (nil, nil): break
            }
        }
    }

    /// The content of the `text/plain` representation, or `nil` if there is none.
    public var plainText: String? {
        guard case .text(let text)? = self[.plainText] else { return nil }
        return text
    }
}

extension MIMEBundle: Displayable {
    /// The bundle itself.
    public var mimeBundle: MIMEBundle { self }
}
