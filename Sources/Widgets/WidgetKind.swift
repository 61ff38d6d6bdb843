internal import JSON

/// The model and the view that clients show a widget as.
struct WidgetKind: Sendable {
    /// A module of clients.
    struct Module: Sendable {
        /// Its name.
        let name: String
        /// The version that its models are of.
        let version: String

        /// The module of what all widgets have in common.
        static let base = Module(name: "@jupyter-widgets/base", version: "2.0.0")
        /// Controls and boxes.
        static let controls = Module(name: "@jupyter-widgets/controls", version: "2.0.0")
        /// Places for output.
        static let output = Module(name: "@jupyter-widgets/output", version: "1.0.0")
    }

    /// The name of the model.
    let model: String

    /// The name of the view; nil, where there is none.
    let view: String?

    /// The module of the model.
    let module: Module

    /// The module of the view.
    let viewModule: Module

    /// The models that belong to it, by the keys of its state.
    let companions: [(String, WidgetKind)]

    /// Makes a kind.
    private init(
        _ model: String, view: String?, _ module: Module, viewModule: Module? = nil,
        companions: [(String, WidgetKind)] = []
    ) {
        self.model = model
        self.view = view
        self.module = module
        self.viewModule = viewModule ?? module
        self.companions = companions
    }

    /// The entries of the kind in the state of a widget.
    var state: JSONObject {
        [
            "_model_module": .string(module.name),
            "_model_module_version": .string(module.version), "_model_name": .string(model),
            "_view_count": nil, "_view_module": .string(viewModule.name),
            "_view_module_version": .string(viewModule.version),
            "_view_name": view.map { .string($0) } ?? .null,
        ]
    }

    /// The kind of the models that say how much room a widget takes.
    private static let layout = WidgetKind("LayoutModel", view: "LayoutView", .base)

    /// Returns how a control looks.
    private static func style(_ model: String) -> WidgetKind {
        WidgetKind(model, view: "StyleView", .controls, viewModule: .base)
    }

    /// Returns the kind of a control, which has a layout and a style.
    static func control(
        _ name: String, view: String? = nil, style: String = "DescriptionStyle"
    ) -> WidgetKind {
        WidgetKind(
            "\(name)Model", view: "\(view ?? name)View", .controls,
            companions: [("layout", layout), ("style", self.style("\(style)Model"))])
    }

    /// Returns the kind of a box, which has a layout.
    static func box(_ name: String) -> WidgetKind {
        WidgetKind(
            "\(name)Model", view: "\(name)View", .controls, companions: [("layout", layout)])
    }

    /// The kind of a place for output.
    static let outputArea = WidgetKind(
        "OutputModel", view: "OutputView", .output, companions: [("layout", layout)])
}
