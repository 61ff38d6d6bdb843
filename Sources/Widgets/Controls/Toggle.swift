internal import JSON

/// A box that is ticked or not.
public final class Toggle: Control<Bool> {
    /// Makes a box.
    public init(_ label: String = "", value: Bool = false) {
        super.init(
            .control("Checkbox", style: "CheckboxStyle"), label: label, value: value,
            coding: ValueCoding(
                write: { ["value": .bool($0)] }, read: { $0["value"]?.bool }),
            state: ["indent": true])
    }
}
