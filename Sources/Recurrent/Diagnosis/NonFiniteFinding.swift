/// The first number of a pass that is infinite or NaN.
public struct NonFiniteFinding: Hashable, Sendable, CustomStringConvertible {
    /// The tensor: `h`, `c`, a gate, or a gradient of one of them.
    public let tensor: String
    /// The step, from 0 to T.
    public let step: Int
    /// The index of the sequence in the batch.
    public let sequence: Int
    /// The index of the hidden unit.
    public let unit: Int
    /// The number, such as `inf` or `nan`.
    public let value: String

    /// The finding in a sentence.
    public var description: String {
        "\(tensor) at step \(step) is \(value) (sequence \(sequence), unit \(unit))"
    }

    /// The location, in words.
    var place: String { "\(tensor) at time step \(step) (sequence \(sequence), unit \(unit))" }

    /// Returns the finding with the layer's name added, and with steps counted as in the input.
    func within(_ layer: String, reversedOver steps: Int?) -> NonFiniteFinding {
        NonFiniteFinding(
            tensor: tensor + layer, step: steps.map { $0 + 1 - step } ?? step, sequence: sequence,
            unit: unit, value: value)
    }
}

extension LayerPass {
    /// The first non-finite number of the forward pass, or `nil` if all are finite.
    public var firstNonFinite: NonFiniteFinding? {
        for step in 0...steps {
            if step > 0 {
                let z = record.cell.gates == [.state] ? "z" : nil
                for gate in record.cell.gates {
                    guard let column = try? record.column(of: gate) else { continue }
                    let part = record.part(column, of: record.gates, at: step)
                    if let found = part.nonFinite(in: z ?? "gate \(gate.rawValue)", step) {
                        return found
                    }
                }
            }
            let state = state(at: step)
            if let found = state.cell?.nonFinite(in: "c", step) { return found }
            if let found = state.hidden.nonFinite(in: "h", step) { return found }
        }
        return nil
    }
}

extension LayerStory {
    /// The first non-finite number of the backward pass, or `nil` if all are finite.
    public var firstNonFinite: NonFiniteFinding? {
        let record = pass.record
        for step in stride(from: pass.steps, through: 0, by: -1) {
            let state = stateGradient(at: step)
            if let found = state.hidden.nonFinite(in: "the gradient of h", step) { return found }
            if let found = state.cell?.nonFinite(in: "the gradient of c", step) { return found }
            guard step > 0 else { break }
            for gate in record.cell.gates {
                guard let column = try? record.column(of: gate) else { continue }
                let part = record.part(column, of: gradients.gates, at: step)
                let name = "the gradient of gate \(gate.rawValue)"
                if let found = part.nonFinite(in: name, step) { return found }
            }
        }
        return nil
    }
}

extension Matrix {
    /// Returns the first non-finite element of a matrix of shape `[B, H]`.
    func nonFinite(in tensor: String, _ step: Int) -> NonFiniteFinding? {
        guard let index = elements.firstIndex(where: { !$0.isFinite }) else { return nil }
        return NonFiniteFinding(
            tensor: tensor, step: step, sequence: index / columns, unit: index % columns,
            value: "\(elements[index])")
    }
}
