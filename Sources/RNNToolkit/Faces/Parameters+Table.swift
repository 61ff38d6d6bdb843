public import Display
public import Plotting
public import Recurrent
public import TensorFiles

extension ParameterSet {
    /// The parameters as a table of names, shapes, number types and norms.
    public var table: Table {
        Table("Parameters") {
            Column("name", names)
            Column("shape", tensors.map { "\($0.shape)" })
            Column("type", names.map { _ in Scalar.precision == .double ? "Double" : "Float" })
            Column("norm", tensors.map { Double(Matrix.column($0.elements).norm) })
        }
        .note("\(count) numbers in all.")
    }
}

extension ParameterSet: Displayable {
    /// The table as text and as HTML.
    public var mimeBundle: MIMEBundle { table.mimeBundle }
}

extension Safetensors {
    /// The tensors of the file as a table of names, shapes, stored types and norms.
    public var table: Table {
        Table("Tensors") {
            Column("name", entries.map(\.name))
            Column("shape", entries.map { "\($0.shape)" })
            Column("type", entries.map(\.type.rawValue))
            Column("norm", entries.map(\.norm))
        }
    }
}

extension Safetensors: Displayable {
    /// The table as text and as HTML.
    public var mimeBundle: MIMEBundle { table.mimeBundle }
}
