/// The type of a value as source code can write it.
struct SpelledType {
    /// The type with its modules; nil, where it cannot be written outside of the place that declares it.
    let text: String?

    /// Spells a type.
    init(_ type: Any.Type) {
        var name = _typeName(type, qualified: true).replacing("__C.", with: "")
        // A type in an extension is written as if it stood in the extended type.
        while let start = name.firstRange(of: "(extension in "),
            let end = name[start.upperBound...].firstRange(of: "):")
        {
            name.removeSubrange(start.lowerBound..<end.upperBound)
        }
        let isPlain = !["unknown context", " in $", "<<", "Self.", "τ_", "\u{1}"].contains {
            name.contains($0)
        }
        text = isPlain && !name.isEmpty ? name : nil
    }
}
