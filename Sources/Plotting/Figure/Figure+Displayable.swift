public import Display

extension Figure: Picture {
    /// The figure as a drawing of 640 pixels' width, legible on light and dark pages.
    public var drawing: SVG {
        let plan = FigurePlanner(self, rows: FigureHeight(self).rows).plan
        return SVGFigure(title: "", panels: [plan], heights: [plotHeight], sharesX: false).drawing
    }
}
