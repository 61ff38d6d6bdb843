/// One of the few shapes that renderers can draw, in the units of the axes.
///
/// Marks are converted to shapes, so that a new mark needs no change in any renderer.
package enum DrawnShape: Sendable, Hashable {
    /// Points, connected or not.
    case line(LineShape)
    /// One bar.
    case bar(BarShape)
    /// An area between two curves.
    case band(BandShape)
    /// A line across the whole plot.
    case rule(RuleShape)
    /// A shaded interval of one axis, across the whole plot.
    case zone(ZoneShape)
    /// A text beside a point.
    case note(NoteShape)
    /// An arrow between two points.
    case arrow(ArrowShape)
    /// Cells colored by value.
    case grid(GridShape)
    /// A smooth surface seen from above.
    case surface(SurfaceShape)

    /// Indicates whether the shape is drawn in lines and letters, not as an area.
    package var isLine: Bool {
        switch self {
        case .line, .rule, .note, .arrow: true
        case .bar, .band, .zone, .grid, .surface: false
        }
    }

    /// The shape with the axes exchanged; cells and surfaces are unchanged.
    package var transposed: DrawnShape {
        switch self {
        case .line(var line):
            line.points = line.points.map { $0?.transposed }
            return .line(line)
        case .bar(var bar):
            bar.direction = bar.direction.other
            return .bar(bar)
        case .band(var band):
            band.direction = band.direction.other
            return .band(band)
        case .rule(var rule):
            rule.direction = rule.direction.other
            return .rule(rule)
        case .zone(var zone):
            zone.direction = zone.direction.other
            return .zone(zone)
        case .note(var note):
            note.point = note.point.transposed
            return .note(note)
        case .arrow(var arrow):
            (arrow.start, arrow.end) = (arrow.start.transposed, arrow.end.transposed)
            return .arrow(arrow)
        case .grid, .surface: return self
        }
    }
}
