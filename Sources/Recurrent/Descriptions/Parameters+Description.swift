extension ParameterSet: CustomStringConvertible {
    /// A table of names, shapes, number types and norms, without the numbers themselves.
    public var description: String {
        let type = Scalar.precision == .double ? "Double" : "Float"
        return TextGrid(
            headings: ["name", "shape", "type", "norm"],
            rows: zip(names, tensors).map { name, tensor in
                [name, "\(tensor.shape)", type, euclideanNorm(of: tensor.elements).shortened]
            }
        ).text + "\n\(names.count.of("tensor")), \(count.of("number"))"
    }
}

extension Tensor: CustomStringConvertible {
    /// The numbers if they are few, otherwise the shape and the norm.
    public var description: String {
        elements.count <= 16
            ? "tensor \(shape): \(elements)"
            : "tensor \(shape), norm \(euclideanNorm(of: elements).shortened)"
    }
}
