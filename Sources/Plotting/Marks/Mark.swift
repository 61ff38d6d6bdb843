/// An element of a figure: a line, bars, a heat map, a threshold.
public protocol Mark: Sendable {
    /// Adds the mark to a sheet.
    func lay(on sheet: inout Sheet)
}
