internal import JSON

/// A number that a person enters.
public final class NumberField: Control<Double> {
    /// Makes a field.
    public init(_ label: String = "", value: Double = 0) {
        super.init(
            .control("FloatText"), label: label, value: value.isFinite ? value : 0,
            coding: ValueCoding(
                write: { ["value": .number(JSONNumber($0))] }, read: { $0["value"]?.double },
                limit: { $0.isFinite ? $0 : 0 }),
            state: ["step": nil, "continuous_update": false])
    }
}
