internal import JSON

/// A line of text that a person enters.
public final class TextField: Control<String> {
    /// Makes a line.
    ///
    /// - Parameters:
    ///   - label: the text beside it.
    ///   - value: the text at the beginning.
    ///   - placeholder: what stands there while there is no text.
    public init(_ label: String = "", value: String = "", placeholder: String = "") {
        super.init(
            .control("Text", style: "TextStyle"), label: label, value: value,
            coding: ValueCoding(
                write: { ["value": .string($0)] }, read: { $0["value"]?.string }),
            state: ["placeholder": .string(placeholder), "continuous_update": false])
    }
}
