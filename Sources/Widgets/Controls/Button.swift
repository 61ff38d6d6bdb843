internal import CellRuntime
internal import JSON

/// Something that a person presses.
public final class Button: Widget {
    /// The closures that are called for a click.
    private var actions: [() throws -> Void] = []

    /// The text on it.
    public let label: String

    /// Makes a button that does something.
    public init(_ label: String, action: (() throws -> Void)? = nil) {
        self.label = label
        actions = action.map { [$0] } ?? []
        super.init(
            .control("Button", style: "ButtonStyle"),
            state: [
                "description": .string(label), "disabled": false, "button_style": "", "icon": "",
                "tabbable": nil, "tooltip": nil, "_dom_classes": [],
            ])
    }

    /// Does something more whenever the button is pressed; what it prints and shows appears below it.
    public func onPress(_ action: @escaping () throws -> Void) { actions.append(action) }

    /// The text on it.
    public override var summary: String { "[\(label)]" }

    /// Does what the button does.
    public func press() throws {
        for action in actions { try output.capturing(action) }
    }

    override func take(event: String) -> CommDesk.Action? {
        guard event == "click", !actions.isEmpty else { return nil }
        return { try self.press() }
    }
}
