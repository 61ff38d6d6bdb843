public import Display
public import Plotting
public import Recurrent

extension StepUpdates {
    /// The number of elements of each weight that the contribution of each step alone would change.
    public var table: Table {
        let names = steps.first?.map(\.name) ?? []
        let counts = steps.first?.map(\.count) ?? []
        return Table("What each step alone would change, α = \(learningRate)") {
            Column("k", steps.indices.map { $0 + 1 })
            for (index, name) in names.enumerated() {
                ColumnGroup("\(name), \(counts[index]) numbers") {
                    Column("changed", steps.map { $0[index].changedCount })
                    Column("most, in ulp", steps.map { Double($0[index].largestChange) })
                }
            }
        }
        .note("A contribution of less than half an ulp of a weight leaves it as it is.")
    }
}

extension StepUpdates: Displayable {
    /// The table as text and as HTML.
    public var mimeBundle: MIMEBundle { table.mimeBundle }
}
