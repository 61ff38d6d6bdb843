internal import JSON

/// A line of text that code can change.
public final class Label: Control<String> {
    /// Makes a line.
    public init(_ text: String) {
        super.init(
            .control("Label", style: "LabelStyle"), label: "", value: text,
            coding: ValueCoding(
                write: { ["value": .string($0)] }, read: { $0["value"]?.string }),
            state: ["placeholder": ""], isInput: false)
    }

    /// The text.
    public override var summary: String { value }
}
