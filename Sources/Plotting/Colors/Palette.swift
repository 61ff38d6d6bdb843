/// The colors of figures.
///
/// A figure has its own background card, so that it is legible on any page: JupyterLab shows an SVG
/// as an image, in which the theme of the page is unknown, and some viewers remove style sheets.
/// The attributes specify the light theme; a style sheet turns the whole card dark if the reader
/// prefers that.
///
/// The six series colors are the result of a search: the smallest distance between any two of them
/// in OKLab, as seen with each of the three kinds of color blindness (matrices of Machado, Oliveira
/// and Fernandes 2009), is maximized while each keeps a contrast of at least 3 with its card (WCAG
/// 2.2, 1.4.11). The sequence of the heat map gets monotonically darker (on a dark card, brighter),
/// so that it can be read without color; the diverging one runs from blue to orange.
package enum Palette {
    /// The background card.
    package static let card = ThemedColor("#FFFFFF", "#15181E")
    /// The border of the card.
    package static let border = ThemedColor("#D8DCE2", "#343A44")
    /// The color of titles, labels and reference lines.
    package static let ink = ThemedColor("#1B1F24", "#E6E9EE")
    /// The color of tick labels and captions.
    package static let soft = ThemedColor("#59616B", "#A3ACB8")
    /// The color of axes and their ticks.
    package static let axis = ThemedColor("#7B838D", "#7B8694")
    /// The color of grid lines.
    package static let gridLine = ThemedColor("#E6E9ED", "#2A303A")
    /// The color of errors.
    package static let alert = ThemedColor("#C4122F", "#FF6B7A")
    /// The color of cells that are zero on a logarithmic scale, and of NaN on surfaces.
    package static let blank = ThemedColor("#D5D9DE", "#3F4652")

    /// The colors of series: blue, orange, teal, purple, dark red, near black.
    package static let series = [
        ThemedColor("#003C8F", "#4489FF"), ThemedColor("#E8650A", "#FF6D1A"),
        ThemedColor("#2E9C9C", "#5FEFD2"), ThemedColor("#A163D6", "#B86BA8"),
        ThemedColor("#8C1D18", "#FFCB45"), ThemedColor("#0E1116", "#AEB9FF"),
    ]

    /// The colors of magnitudes from small, near the card's own lightness, to large.
    package static let magnitudes = zip(
        [
            "#F7F6D3", "#DCECBA", "#BAE3A9", "#93D9A1", "#66CF9F", "#26C3A1", "#00B5A6", "#00A4A8",
            "#0093A8", "#0081A4", "#006E9A", "#005C8D", "#174B7B", "#233C66", "#242E50", "#21233B",
        ],
        [
            "#22233E", "#222F56", "#173D6E", "#004D82", "#005F92", "#00729C", "#00859F", "#00979D",
            "#00A897", "#00B78E", "#16C385", "#68CD80", "#97D680", "#BEDF89", "#DEE79B", "#F9F1B3",
        ]
    ).map(ThemedColor.init)

    /// The colors of magnitudes in grays, for surfaces with colored lines over them.
    package static let grays = zip(
        [
            "#F8FAFD", "#ECEEF1", "#DFE2E5", "#D3D6DA", "#C6CACE", "#BABEC3", "#AEB2B8", "#A2A7AD",
            "#979BA2", "#8B9097", "#80858C", "#757A81", "#6A6F77", "#5F656D", "#545B63", "#4A5059",
        ],
        [
            "#1A1E25", "#23282E", "#2D3239", "#373C43", "#41464E", "#4C5158", "#565C64", "#62676F",
            "#6D737B", "#787E86", "#848A92", "#90969E", "#9CA2AB", "#A8AFB7", "#B5BBC4", "#C1C8D0",
        ]
    ).map(ThemedColor.init)

    /// The colors of signed values from negative to positive, with zero near the card's lightness.
    package static let signed = zip(
        [
            "#004296", "#2358A4", "#3F6EB2", "#5A83BF", "#7598CC", "#91AED8", "#AEC3E2", "#CDD9EB",
            "#EFEFED", "#EED6CC", "#E8C0AE", "#E0AA91", "#D79476", "#CD7E5A", "#C1683E", "#B5521C",
            "#A83A00",
        ],
        [
            "#7DBAFF", "#72A8EE", "#6897D3", "#5E86B8", "#55759E", "#4C6584", "#43556B", "#3B4551",
            "#2B2F36", "#524037", "#6B4D3C", "#855941", "#9F6646", "#B9744C", "#D38252", "#EE9058",
            "#FF9F5F",
        ]
    ).map(ThemedColor.init)
}

/// A color for each of two themes, in hexadecimal.
package struct ThemedColor: Sendable, Hashable {
    /// The color on a light card, such as "#003C8F".
    package let light: String
    /// The color on a dark card.
    package let dark: String

    /// Creates a color from those of the two themes.
    package init(_ light: String, _ dark: String) {
        self.light = light
        self.dark = dark
    }
}

/// The role of a color; the color itself depends on the theme.
public enum Tint: Sendable, Hashable {
    /// The next color of the palette, the same for marks with the same label.
    case automatic
    /// A color of the palette by its index, starting at 0 and repeating.
    case series(Int)
    /// The color of text.
    case ink
    /// A gray for background elements.
    case muted
    /// The color of errors.
    case alert
}
