public import Display

extension Figure: Picture {
    /// The figure as a drawing of width 640 pixels, legible on light and dark pages.
    public var drawing: SVG {
        let plan = FigurePlanner(self, rows: FigureHeight(self).rows).plan
        return SVGFigure(title: "", panels: [plan], heights: [plotHeight], sharesX: false).drawing
    }
}
