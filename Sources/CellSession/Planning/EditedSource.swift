/// A source with small changes, which knows where its parts came from.
package struct EditedSource: Sendable, Hashable {
    /// A change.
    package struct Edit: Sendable, Hashable {
        /// Where it is made, in UTF-8 bytes of the original.
        package let offset: Int
        /// How much of the original it replaces, in UTF-8 bytes.
        package let removedLength: Int
        /// What stands there instead.
        package let replacement: String

        /// Describes a change.
        package init(offset: Int, removedLength: Int, replacement: String) {
            self.offset = offset
            self.removedLength = removedLength
            self.replacement = replacement
        }
    }

    /// The source before the changes.
    package let original: String

    /// The changes, by place; at one place in the order in which they were given.
    package let edits: [Edit]

    /// The source after the changes.
    package let text: String

    /// Makes changes that do not overlap.
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

    /// Returns where a place of the changed source was in the original; a place in something new
    /// was where that was put.
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

    /// Returns where a place of the original is in the changed source; what was put at the place
    /// itself stands before it.
    package func editedOffset(of offset: Int) -> Int {
        edits.prefix { $0.offset <= offset }.reduce(offset) { position, edit in
            position + edit.replacement.utf8.count - edit.removedLength
        }
    }
}
