/// Something that a figure shows: a line, bars, a heat map, a threshold.
public protocol Mark: Sendable {
    /// Lays the mark out on a sheet.
    func lay(on sheet: inout Sheet)
}
