/// A chart in the grammar of Vega-Lite, which JupyterLab draws itself.
public struct VegaLite: Displayable, Sendable, Hashable {
    /// The specification, as JSON text.
    public let specification: String

    /// Takes a specification as JSON text.
    public init(_ specification: String) { self.specification = specification }

    /// The chart; where a client draws none, its specification.
    public var mimeBundle: MIMEBundle {
        var bundle = MIMEBundle(text: specification)
        bundle["application/vnd.vegalite.v5+json"] = .json(specification)
        return bundle
    }
}
