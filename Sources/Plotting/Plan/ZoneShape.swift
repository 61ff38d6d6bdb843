/// A shaded stretch of one axis, across the whole plot.
package struct ZoneShape: Sendable, Hashable {
    /// The axis on which the stretch lies.
    package var direction: Direction
    /// Where it starts, or nothing for the end of the axis.
    package var lower: Double?
    /// Where it ends, or nothing for the end of the axis.
    package var upper: Double?
}
