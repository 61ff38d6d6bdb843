/// A source with edits, which converts offsets between the original and the edited text.
package struct EditedSource: Sendable, Hashable {
    /// An edit.
    package struct Edit: Sendable, Hashable {
        /// The position, in UTF-8 bytes of the original.
        package let offset: Int
        /// The length of the replaced text, in UTF-8 bytes of the original.
        package let removedLength: Int
        /// The replacement.
        package let replacement: String

        /// Creates an edit.
        package init(offset: Int, removedLength: Int, replacement: String) {
            self.offset = offset
            self.removedLength = removedLength
            self.replacement = replacement
        }
    }

    /// The source before the edits.
    package let original: String

    /// The edits by position; at the same position in the order in which they were given.
    package let edits: [Edit]

    /// The source after the edits.
    package let text: String

    /// Applies edits, which must not overlap.
    package init(_ original: String, edits: [Edit]) {
        self.original = original
        self.edits = edits.enumerated()
            .sorted { ($0.element.offset, $0.offset) < ($1.element.offset, $1.offset) }
            .map(\.element)
        var result: [UInt8] = []
        let bytes = Array(original.utf8)
        var position = 0
        for edit in self.edits {
            result += bytes[position..<edit.offset]
            result += Array(edit.replacement.utf8)
            position = edit.offset + edit.removedLength
        }
        result += bytes[position...]
        text = String(decoding: result, as: UTF8.self)
    }

    /// Returns the offset in the original of an offset in the edited source; inside a replacement,
    /// the position of the edit.
    package func originalOffset(of offset: Int) -> Int {
        var shift = 0
        for edit in edits {
            let start = edit.offset + shift
            guard offset > start else { break }
            let length = edit.replacement.utf8.count
            guard offset >= start + length else { return edit.offset }
            shift += length - edit.removedLength
        }
        return offset - shift
    }

    /// Returns the offset in the edited source of an offset in the original, after any text
    /// inserted there, or before it.
    package func editedOffset(of offset: Int, beforeInsertions: Bool = false) -> Int {
        edits.prefix { beforeInsertions ? $0.offset < offset : $0.offset <= offset }.reduce(offset)
        { position, edit in
            position + edit.replacement.utf8.count - edit.removedLength
        }
    }
}
