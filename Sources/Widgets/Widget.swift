public import CellRuntime
public import Display
internal import JSON

/// Something in a notebook that a person can move, press or fill in, or that arranges such things.
///
/// It is shown by ending a cell in it, or with `display(_:)`. What a person does to it runs as a cell of
/// its own: where that fails, everything is as it was before, but for the widget, which stays where the
/// person has put it.
///
/// - Source: the models of `@jupyter-widgets/base` 2.0.0 and `@jupyter-widgets/controls` 2.0.0.
public class Widget: Displayable, CommReceiver {
    /// The identifier of the widget in the session and in clients.
    let id = WidgetIdentifier.random()

    /// The model and the view in clients.
    let kind: WidgetKind

    /// The state as clients know it, without the entries of its kind.
    private var state: JSONObject

    /// Indicates whether clients have been told of it.
    private(set) var isOpen = false

    /// The widget that arranges it among others.
    weak var container: Widget?

    /// The area for the output of its callbacks and of those of the widgets that it arranges.
    var ownOutput: OutputArea?

    /// The box that is shown when the widget is shown by itself: the widget, and below it the
    /// output of its callbacks.
    private var frame: WidgetBox?

    /// The layout and the style, which are models of their own.
    private lazy var companions: [(key: String, model: Widget)] = kind.companions.map { key, kind in
        (key, Widget(kind))
    }

    /// Makes a widget that clients have not been told of.
    init(_ kind: WidgetKind, state: JSONObject = [:]) {
        self.kind = kind
        self.state = state
    }

    /// The other widgets that it shows.
    var children: [Widget] { [] }

    /// A line of text in place of the widget.
    public var summary: String { kind.model.replacing("Model", with: "") }

    // MARK: State

    /// Everything that clients know of the widget.
    var fullState: JSONObject {
        var full = kind.state
        for (key, model) in companions { full[key] = .string(model.reference) }
        full.merge(state)
        return full
    }

    /// The reference to the widget in other models' states.
    var reference: String { "IPY_MODEL_\(id)" }

    /// Notes changes, and tells clients.
    func update(_ changes: JSONObject) {
        note(changes)
        if isOpen { say(["method": "update", "state": .object(changes), "buffer_paths": []]) }
    }

    /// Notes changes that clients know of.
    func note(_ changes: JSONObject) {
        state.merge(changes)
    }

    /// Returns the value of a key in the state that clients know.
    func value(of key: String) -> JSONValue? { state[key] }

    // MARK: Comm

    /// Tells clients of the widget and of all that it consists of, where they have not been told.
    func open() {
        guard !isOpen else { return }
        isOpen = true
        for (_, model) in companions { model.open() }
        for child in children { child.open() }
        CommDesk.register(self, at: id)
        let data: JSONObject = ["state": .object(fullState), "buffer_paths": []]
        CellEnvironment.host.send(
            CommSignal(
                .open, comm: id, target: "jupyter.widget",
                dataJSON: JSONValue.object(data).text()))
    }

    /// Removes the widget from every client, for good.
    public func close() {
        guard isOpen else { return }
        isOpen = false
        CommDesk.remove(id)
        CellEnvironment.host.send(CommSignal(.close, comm: id))
        for (_, model) in companions { model.close() }
        ownOutput?.close()
        frame?.close()
    }

    /// Says something on the widget's comm.
    private func say(_ data: JSONObject) {
        CellEnvironment.host.send(
            CommSignal(.message, comm: id, dataJSON: JSONValue.object(data).text()))
    }

    /// Takes in what a client says; see `CommReceiver`.
    public func take(_ signal: CommSignal) -> CommDesk.Action? {
        guard signal.kind == .message else {
            isOpen = false
            return nil
        }
        guard let data = try? JSONValue(parsing: signal.dataJSON) else { return nil }
        switch data["method"]?.string {
        case "update":
            guard let changes = data["state"]?.object else { return nil }
            note(changes)
            return take(changes: changes)
        case "custom": return take(event: data["content"]?["event"]?.string ?? "")
        default: return nil
        }
    }

    /// Takes in changes that a client has made, and returns what is to be done about them.
    func take(changes: JSONObject) -> CommDesk.Action? { nil }

    /// Takes in what has happened to the widget, and returns what is to be done about it.
    func take(event: String) -> CommDesk.Action? { nil }

    // MARK: Showing

    /// The widget in every form in which it can be shown: alive, where the client can, else as text.
    public var mimeBundle: MIMEBundle {
        let shown = framed
        shown.open()
        var bundle = MIMEBundle()
        bundle[.widgetView] = .json(
            #"{"version_major":2,"version_minor":0,"model_id":"\#(shown.id)"}"#)
        bundle[.plainText] = .text(summary)
        return bundle
    }

    /// The widget that is shown: one with a place for the output of callbacks.
    private var framed: Widget {
        guard container == nil, ownOutput == nil, !(self is OutputArea) else { return self }
        if let frame { return frame }
        let output = OutputArea()
        let frame = VBox([self, output])
        frame.ownOutput = output
        self.frame = frame
        return frame
    }

    /// The area for the output of callbacks, or nil if the widget is not shown.
    var output: OutputArea? { ownOutput ?? container?.output }
}

/// Identifiers of widgets: no two sessions have one in common.
enum WidgetIdentifier {
    /// Returns an identifier that nobody has.
    static func random() -> String {
        let digits = (0..<2).map { _ in
            let number = UInt64.random(in: .min ... .max)
            let text = String(number, radix: 16)
            return String(repeating: "0", count: 16 - text.count) + text
        }
        return digits.joined()
    }
}
