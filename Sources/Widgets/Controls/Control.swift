internal import CellRuntime
internal import JSON

/// A widget with a value that a person can change, or code.
public class Control<Value: Equatable>: Widget {
    /// Somebody who hears of new values.
    private struct Observer {
        /// The area of its output, or nil for below the widget.
        let output: OutputArea?
        /// The closure that is called.
        let action: (Value) throws -> Void
    }

    /// The value.
    private var stored: Value

    /// The coding of the value in the state.
    private let coding: ValueCoding<Value>

    /// Those who hear of new values, in the order in which they began to.
    private var observers: [Observer] = []

    /// The text beside the control.
    public let label: String

    /// Makes a control.
    ///
    /// - Parameter isInput: whether a person can change the value, as long as that is allowed.
    init(
        _ kind: WidgetKind, label: String, value: Value, coding: ValueCoding<Value>,
        state: JSONObject, isInput: Bool = true
    ) {
        self.label = label
        self.coding = coding
        stored = value
        var full: JSONObject = [
            "description": .string(label), "description_allow_html": false,
            "tabbable": nil, "tooltip": nil, "_dom_classes": [],
        ]
        if isInput { full["disabled"] = false }
        let written = coding.write(value)
        for part in [state, written] {
            full.merge(part)
        }
        super.init(kind, state: full)
    }

    /// The value; setting it moves the control in every client, and tells those who observe it.
    public var value: Value {
        get { stored }
        set {
            let value = coding.limit(newValue)
            guard value != stored else { return }
            stored = value
            update(coding.write(value))
            do {
                try notify()
            } catch {
                CallbackFailure.note(error)
            }
        }
    }

    /// Does something whenever the value changes; what it prints and shows appears below the control.
    ///
    /// If it fails, everything except the value is as it was before.
    public func observe(_ action: @escaping (Value) throws -> Void) {
        observers.append(Observer(output: nil, action: action))
    }

    /// Does something whenever the value changes, and puts what it shows somewhere.
    func observe(in output: OutputArea, _ action: @escaping (Value) throws -> Void) {
        observers.append(Observer(output: output, action: action))
    }

    /// Indicates whether the control can be changed by a person.
    public var isEnabled: Bool {
        get { value(of: "disabled")?.bool != true }
        set { update(["disabled": .bool(!newValue)]) }
    }

    /// The label, and the value.
    public override var summary: String {
        (label.isEmpty ? super.summary : label) + " = \(stored)"
    }

    /// Takes in a value that a client has set.
    override func take(changes: JSONObject) -> CommDesk.Action? {
        guard let value = coding.read(changes) else { return nil }
        let limited = coding.limit(value)
        guard limited != stored else { return nil }
        stored = limited
        note(coding.write(limited))
        guard !observers.isEmpty else { return nil }
        return { try self.notify() }
    }

    /// Tells those who observe the value.
    private func notify() throws {
        for observer in observers {
            let value = stored
            try (observer.output ?? output).capturing { try observer.action(value) }
        }
    }
}

/// The coding of a control's value in its state.
struct ValueCoding<Value> {
    /// Writes a value.
    let write: (Value) -> JSONObject

    /// Reads a value; nil, where the changes are of something else.
    let read: (JSONObject) -> Value?

    /// Returns the value next to another one that the control can have.
    var limit: (Value) -> Value = { $0 }
}
