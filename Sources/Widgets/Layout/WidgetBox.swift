internal import JSON

/// Widgets that are arranged together.
public class WidgetBox: Widget {
    /// The widgets, in order.
    public let content: [Widget]

    /// Arranges widgets in some way.
    init(_ kind: WidgetKind, _ content: [Widget], state: JSONObject = [:]) {
        self.content = content
        var full = state
        full["children"] = .array(content.map { .string($0.reference) })
        full["_dom_classes"] = []
        full["tabbable"] = .null
        full["tooltip"] = .null
        super.init(kind, state: full)
        for widget in content { widget.container = self }
    }

    override var children: [Widget] { content }

    /// The summaries of the widgets in the box.
    public override var summary: String {
        content.map(\.summary).filter { $0 != "Output" }.joined(separator: ", ")
    }
}

/// Widgets below one another.
public final class VBox: WidgetBox {
    /// Puts widgets below one another.
    public init(_ content: [Widget]) {
        super.init(.box("VBox"), content, state: ["box_style": ""])
    }
}

/// Widgets beside one another.
public final class HBox: WidgetBox {
    /// Puts widgets beside one another.
    public init(_ content: [Widget]) {
        super.init(.box("HBox"), content, state: ["box_style": ""])
    }
}

/// Widgets of which one is seen, with a tab for each.
public final class Tabs: WidgetBox {
    /// Puts widgets behind tabs.
    ///
    /// - Parameter tabs: the text on each tab, and the widget behind it.
    public init(_ tabs: [(title: String, content: Widget)]) {
        super.init(
            .box("Tab"), tabs.map(\.content),
            state: [
                "titles": .array(tabs.map { .string($0.title) }),
                "selected_index": tabs.isEmpty ? .null : 0, "box_style": "",
            ])
    }

    /// Puts widgets behind tabs.
    public convenience init(_ tabs: KeyValuePairs<String, Widget>) {
        self.init(tabs.map { ($0.key, $0.value) })
    }
}
