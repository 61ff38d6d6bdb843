/// A dictionary whose copies share its values, so that a copy costs its keys and references only.
///
/// Each state of a session has a copy of the dictionary of its cells.
package struct SharedDictionary<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    /// A value in one place.
    private final class Box: Sendable {
        /// The value.
        let value: Value

        /// Creates a box.
        init(_ value: Value) { self.value = value }
    }

    /// The values by key.
    private var boxes: [Key: Box] = [:]

    /// Creates an empty dictionary.
    package init() {}

    /// The value of a key, or `nil` if there is none.
    package subscript(key: Key) -> Value? {
        get { boxes[key]?.value }
        set { boxes[key] = newValue.map(Box.init) }
    }

    /// The values in no particular order.
    package var values: [Value] { boxes.values.map(\.value) }
}
