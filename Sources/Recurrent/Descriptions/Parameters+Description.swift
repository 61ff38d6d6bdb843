extension ParameterSet: CustomStringConvertible {
    /// A table of names, shapes, number types and norms; the numbers themselves may be millions.
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

extension Safetensors: CustomStringConvertible {
    /// A table of names, shapes, stored types and norms; the numbers themselves may be millions.
    public var description: String {
        let notes = metadata.sorted { $0.key < $1.key }.map { "\n\($0.key): \($0.value)" }.joined()
        return TextGrid(
            headings: ["name", "shape", "type", "norm"],
            rows: entries.map { entry in
                [entry.name, "\(entry.shape)", entry.type.rawValue, entry.norm.shortened]
            }
        ).text + "\n\(entries.count.of("tensor")), \(count.of("number"))" + notes
    }

    /// How many numbers there are in all.
    var count: Int { entries.reduce(0) { $0 + $1.bytes.count / $1.type.size } }
}

extension Safetensors.Entry: CustomStringConvertible {
    /// The square root of the sum of all squares.
    public var norm: Double {
        euclideanNorm(of: type.numbers(from: bytes[...]) as [Double])
    }

    /// The name, the shape and the stored type.
    public var description: String { "\(name) \(shape) \(type.rawValue)" }
}

extension Tensor: CustomStringConvertible {
    /// The numbers where they are few, otherwise the shape and the norm.
    public var description: String {
        elements.count <= 16
            ? "tensor \(shape): \(elements)"
            : "tensor \(shape), norm \(euclideanNorm(of: elements).shortened)"
    }
}

/// Words in columns that line up.
private struct TextGrid {
    /// What stands above the columns.
    let headings: [String]
    /// The rows, each with one text for every heading.
    let rows: [[String]]

    /// The lines, joined.
    var text: String {
        let all = [headings] + rows
        let widths = headings.indices.map { column in all.map { $0[column].count }.max() ?? 0 }
        return all.map { row in
            row.indices.map { column in
                column == row.count - 1
                    ? row[column]
                    : row[column]
                        + String(repeating: " ", count: widths[column] - row[column].count)
            }.joined(separator: "  ")
        }.joined(separator: "\n")
    }
}

extension Double {
    /// The number with four significant digits.
    var shortened: String {
        guard isFinite, self != 0 else { return "\(self)" }
        var exponent = 0
        var rest = magnitude
        while rest >= 10 { (rest, exponent) = (rest / 10, exponent + 1) }
        while rest < 1 { (rest, exponent) = (rest * 10, exponent - 1) }
        var digits = String(Int((rest * 1000).rounded()))
        if digits.count > 4 { (digits, exponent) = ("1000", exponent + 1) }
        let sign = self < 0 ? "-" : ""
        guard (-3...3).contains(exponent) else {
            return "\(sign)\(digits.prefix(1)).\(digits.dropFirst())e\(exponent)"
        }
        guard exponent >= 0 else {
            return sign + "0." + String(repeating: "0", count: -exponent - 1) + digits
        }
        let fraction = digits.dropFirst(exponent + 1)
        return sign + digits.prefix(exponent + 1) + (fraction.isEmpty ? "" : "." + fraction)
    }
}
