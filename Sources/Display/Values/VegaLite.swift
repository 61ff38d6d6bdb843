/// A Vega-Lite chart, which JupyterLab renders.
public struct VegaLite: Displayable, Sendable, Hashable {
    /// The specification as JSON text.
    public let specification: String

    /// Creates a chart from the JSON text of its specification.
    public init(_ specification: String) { self.specification = specification }

    /// The chart, and its specification as text for clients that do not render it.
    public var mimeBundle: MIMEBundle {
        var bundle = MIMEBundle(text: specification)
        bundle["application/vnd.vegalite.v5+json"] = .json(specification)
        return bundle
    }
}
