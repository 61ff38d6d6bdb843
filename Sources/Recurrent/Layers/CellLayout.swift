/// The layout of a cell's parts in the record of one step, in units of H columns.
///
/// The product with the inputs fills some columns and the product with the state others, so that
/// each is a single product. A GRU with the reset gate after the product keeps the state's part of
/// the candidate separately: its record is n, r, z, q, with inputs in the first three and states in
/// the last three.
struct CellLayout: Sendable {
    /// The number of columns, in units of H.
    let width: Int

    /// The columns that the product with the inputs fills.
    let input: Range<Int>

    /// The columns that the first product with the state fills.
    let recurrent: Range<Int>

    /// For each of the input's columns, the corresponding block of rows of the weights.
    let inputBlocks: [Int]

    /// For each gate, in the order of the weights' rows, its column in the record.
    let gateColumns: [Int]

    /// Creates the layout of a kind of cell.
    init(_ cell: RecurrentCell) {
        switch cell {
        case .elman, .lstm:
            width = cell.gates.count
            input = 0..<width
            recurrent = 0..<width
            inputBlocks = Array(0..<width)
            gateColumns = inputBlocks
        case .gru(reset: .afterProduct):
            width = 4
            input = 0..<3
            recurrent = 1..<4
            inputBlocks = [2, 0, 1]
            gateColumns = [1, 2, 0]
        case .equations:
            width = 0
            input = 0..<0
            recurrent = 0..<0
            inputBlocks = []
            gateColumns = []
        case .gru(reset: .beforeProduct):
            width = 3
            input = 0..<3
            recurrent = 0..<2
            inputBlocks = [0, 1, 2]
            gateColumns = [0, 1, 2]
        }
    }

    /// Returns the rows of the input weights in the order of the record's columns.
    func inputRows(hidden: Int) -> [Range<Int>] {
        inputBlocks.map { $0 * hidden..<($0 + 1) * hidden }
    }

    /// Returns the rows of the recurrent weights in the first product of a step.
    func recurrentRows(hidden: Int) -> [Range<Int>] {
        [0..<recurrent.count * hidden]
    }
}
