/// The color of an element: a class for the dark theme, an attribute for the light one.
package struct SVGPaint: Sendable, Hashable {
    /// The class's name without its prefix and without the property that it sets.
    private let name: String
    /// The color in both themes.
    package let color: ThemedColor

    /// Creates a named color.
    private init(_ name: String, _ color: ThemedColor) {
        self.name = name
        self.color = color
    }

    /// Returns the class that sets a property, `f` for fill or `s` for stroke.
    private func cssClass(_ property: String) -> String { "u-\(property)-\(name)" }

    /// The attributes that fill an element.
    package var fill: [(String, String)] {
        [("class", cssClass("f")), ("fill", color.light)]
    }

    /// The attributes that draw the outline of an element and leave its inside empty.
    package var stroke: [(String, String)] {
        [("class", cssClass("s")), ("fill", "none"), ("stroke", color.light)]
    }

    /// Returns the attributes that fill an element and draw its outline in another color.
    package func fill(outlined outline: SVGPaint) -> [(String, String)] {
        [
            ("class", cssClass("f") + " " + outline.cssClass("s")), ("fill", color.light),
            ("stroke", outline.color.light),
        ]
    }

    /// The text color that is more readable on this one in the worse theme.
    package var readableText: SVGPaint {
        let contrast = { (text: SVGPaint) in
            min(
                RGB(text.color.light).contrast(with: RGB(color.light)),
                RGB(text.color.dark).contrast(with: RGB(color.dark)))
        }
        return contrast(.ink) >= contrast(.card) ? .ink : .card
    }

    /// The rules of both classes in the dark theme.
    package var darkRules: [(name: String, rule: String)] {
        [
            (cssClass("f"), "fill:\(color.dark)"), (cssClass("s"), "stroke:\(color.dark)"),
        ]
    }

    /// The background card.
    package static let card = SVGPaint("card", Palette.card)
    /// The border of the card.
    package static let border = SVGPaint("border", Palette.border)
    /// The color of titles, labels and reference lines.
    package static let ink = SVGPaint("ink", Palette.ink)
    /// The color of tick labels and captions.
    package static let soft = SVGPaint("soft", Palette.soft)
    /// Axes.
    package static let axis = SVGPaint("axis", Palette.axis)
    /// Grid lines.
    package static let gridLine = SVGPaint("grid", Palette.gridLine)
    /// Errors.
    package static let alert = SVGPaint("alert", Palette.alert)
    /// Cells without a position on the scale.
    package static let blank = SVGPaint("blank", Palette.blank)

    /// The colors of series.
    private static let series = Palette.series.enumerated().map { SVGPaint("\($0)", $1) }
    /// The colors of magnitudes.
    package static let magnitudes = Palette.magnitudes.enumerated().map { SVGPaint("m\($0)", $1) }
    /// The colors of signed values.
    package static let signed = Palette.signed.enumerated().map { SVGPaint("d\($0)", $1) }

    /// The colors of magnitudes under lines.
    private static let grays = Palette.grays.enumerated().map { SVGPaint("g\($0)", $1) }
    /// The opacity of signed values under lines.
    package static let paleOpacity = "0.5"

    /// Returns the colors of a scale, from its lower to its upper end.
    package static func scale(
        isDiverging: Bool, _ surfaceStyle: FigurePlan.SurfaceStyle = .colored
    ) -> [SVGPaint] {
        isDiverging ? signed : surfaceStyle == .gray ? grays : magnitudes
    }

    /// Returns the color of a tint.
    package static func tint(_ tint: Tint) -> SVGPaint {
        switch tint {
        case .automatic: series[0]
        case .series(let index): series[index.magnitudeModulo(series.count)]
        case .ink: ink
        case .muted: axis
        case .alert: alert
        }
    }

    /// All colors, in the order of their rules.
    package static let all =
        [card, border, ink, soft, axis, gridLine, alert, blank] + series + magnitudes + signed
        + grays
}
