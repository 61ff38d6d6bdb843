/// The name, the size and the initial values of a weight of an equation.
struct WeightDeclaration: Sendable, Hashable {
    /// The name of the weight.
    var name: String
    /// The number of rows.
    let rows: LayerExtent
    /// The number of columns.
    let columns: LayerExtent
    /// The initial values, or nil for those of the layer.
    let filling: Initialization.Filling?

    /// Draws the numbers that it starts from.
    func matrix<Scalar: RealScalar>(
        _ sizes: LayerSizes, _ initialization: Initialization,
        using generator: inout some RandomNumberGenerator
    ) throws(RecurrentError) -> Matrix<Scalar> {
        let (height, width) = (rows.count(sizes), columns.count(sizes))
        try MachineMemory.check("the weight \(name)", sizes: [height, width])
        let isColumn = columns == .exactly(1)
        let usual =
            isColumn
            ? initialization.bias
            : columns.inputs > 0 ? initialization.input : initialization.state
        let filling = filling ?? usual
        if isColumn, filling.isForMatrices { return .zeros(Shape(height, 1)) }
        // One block for every gate; other weights are one block.
        let areGates = rows.hidden > 0 && rows.inputs == 0 && rows.rest == 0 && rows.divisor == 1
        return try filling.matrix(
            blocks: areGates ? rows.hidden : 1, hidden: areGates ? sizes.hidden : height,
            columns: width, using: &generator)
    }
}
