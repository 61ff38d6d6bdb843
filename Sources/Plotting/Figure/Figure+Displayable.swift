public import Display

extension Figure: Displayable {
    /// The figure as an SVG document of 640 pixels' width, legible on light and dark pages.
    public var svg: String {
        let plan = FigurePlanner(self, rows: FigureHeight(self).rows).plan
        return SVGFigure(title: "", panels: [plan], heights: [plotHeight], sharesX: false).text
    }

    /// The figure as text and as SVG.
    public var mimeBundle: MIMEBundle {
        var bundle = MIMEBundle(text: text())
        bundle[.svg] = .text(svg)
        return bundle
    }
}
