/// One thing to show, in every form in which it can be shown.
///
/// A client picks the richest form it knows; `text/plain` is the one that every client knows.
public struct MIMEBundle: Sendable, Hashable {
    /// One form of the thing.
    public struct Representation: Sendable, Hashable {
        /// The form's media type.
        public let type: MIMEType
        /// The form itself.
        public let content: MIMEContent

        /// Pairs a media type with a content.
        public init(_ type: MIMEType, _ content: MIMEContent) {
            self.type = type
            self.content = content
        }
    }

    /// The forms, in the order in which they were added; no media type occurs twice.
    public private(set) var representations: [Representation] = []

    /// What clients should know about the forms, as a JSON object's text, such as
    /// `{"image/png":{"width":640}}`; empty where there is nothing to know.
    public var metadataJSON: String = ""

    /// Makes a bundle with nothing in it.
    public init() {}

    /// Makes a bundle of plain text.
    public init(text: String) {
        self[.plainText] = .text(text)
    }

    /// Makes a bundle of the given forms.
    public init(_ representations: [Representation]) {
        for representation in representations { self[representation.type] = representation.content }
    }

    /// Whether there is nothing to show.
    public var isEmpty: Bool { representations.isEmpty }

    /// The form of a media type; setting `nil` removes it.
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

    /// The text of the `text/plain` form, or nothing where there is none.
    public var plainText: String? {
        guard case .text(let text)? = self[.plainText] else { return nil }
        return text
    }
}

extension MIMEBundle: Displayable {
    /// The bundle itself.
    public var mimeBundle: MIMEBundle { self }
}
