/// Rows of cells, colored by value.
///
/// The first row is at the top, as in a matrix. An absent cell (`nil`, or beyond the end of a short
/// row) is empty, so rows of growing length make a lower triangle. Zero on a logarithmic scale,
/// infinity and NaN have distinct appearances.
public struct HeatMap: Mark {
    /// The values by row.
    private let rows: [[Double?]]
    /// The names of the rows, or `nil` if they are numbered.
    private let rowNames: [String]?
    /// The names of the columns, or `nil` if they are numbered.
    private let columnNames: [String]?
    /// The number of the first row.
    private let firstRow: Int
    /// The number of the first column.
    private let firstColumn: Int
    /// The settings of the color scale.
    private let request: ColorRequest
    /// Indicates whether the cells show their numbers.
    private let showsNumbers: Bool

    /// Creates a heat map.
    ///
    /// - Parameters:
    ///   - rows: the values; rows may differ in length.
    ///   - label: the name of the quantity, for the color scale.
    ///   - scale: the scale of the colors.
    ///   - range: the values at the ends of the color scale, or `nil` to derive them from the data.
    ///   - isDiverging: whether the colors diverge from zero; by default they do if there are
    ///     values on both sides of it.
    ///   - rowNames: the names of the rows, in place of numbers.
    ///   - columnNames: the names of the columns, in place of numbers.
    ///   - firstRow: the number of the first row.
    ///   - firstColumn: the number of the first column.
    ///   - showsNumbers: whether the cells show their numbers if these fit.
    public init<Row: Sequence>(
        _ rows: [Row], label: String = "", scale: Scale = .linear,
        range: ClosedRange<Double>? = nil, isDiverging: Bool? = nil, rowNames: [String]? = nil,
        columnNames: [String]? = nil, firstRow: Int = 0, firstColumn: Int = 0,
        showsNumbers: Bool = false
    ) where Row.Element: Plottable {
        self.rows = rows.map(\.plotValues)
        self.rowNames = rowNames
        self.columnNames = columnNames
        self.firstRow = firstRow
        self.firstColumn = firstColumn
        self.showsNumbers = showsNumbers
        request = ColorRequest(title: label, scale: scale, range: range, isDiverging: isDiverging)
    }

    /// Creates a heat map of a function of row and column.
    ///
    /// For example, a lower triangle: `HeatMap(rows: 1...9, columns: 0...9) { t, k in k > t ? nil :
    /// norm(t, k) }`.
    public init(
        rows: ClosedRange<Int>, columns: ClosedRange<Int>, label: String = "",
        scale: Scale = .linear, range: ClosedRange<Double>? = nil, isDiverging: Bool? = nil,
        showsNumbers: Bool = false, of value: (_ row: Int, _ column: Int) -> Double?
    ) {
        let values: [[Double?]] = rows.map { row in columns.map { value(row, $0) } }
        self.init(
            values, label: label, scale: scale, range: range, isDiverging: isDiverging,
            firstRow: rows.lowerBound, firstColumn: columns.lowerBound, showsNumbers: showsNumbers)
    }

    /// Adds the cells to a sheet.
    public func lay(on sheet: inout Sheet) {
        let grid = GridShape(
            rows: rows, firstColumn: Double(columnNames == nil ? firstColumn : 0),
            firstRow: Double(rowNames == nil ? firstRow : 0), showsNumbers: showsNumbers)
        sheet.colors = sheet.colors ?? request
        for row in rows { row.forEach { sheet.colorExtent.include($0) } }
        sheet.startsAtTop = true
        guard grid.columnCount > 0 else { return sheet.addNote("no cells", about: request.title) }
        sheet.fillsColumns = true
        sheet.fillsRows = true
        if let columnNames { sheet.xNames = Self.names(columnNames, count: grid.columnCount) }
        if let rowNames { sheet.yNames = Self.names(rowNames, count: rows.count) }
        sheet.x.include(grid.firstColumn)
        sheet.x.include(grid.firstColumn + Double(grid.columnCount - 1))
        sheet.y.include(grid.firstRow)
        sheet.y.include(grid.firstRow + Double(rows.count - 1))
        sheet.shapes.append(.grid(grid))
        if sheet.colorExtent.isEmpty { sheet.addNote("no cell has a value", about: request.title) }
    }

    /// Returns as many names as there are cells, completed with numbers.
    private static func names(_ names: [String], count: Int) -> [String] {
        (0..<count).map { $0 < names.count ? names[$0].singleLine : String($0) }
    }
}
