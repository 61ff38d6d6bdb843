/// The sizes of a layer.
struct LayerSizes: Sendable, Hashable {
    /// D, the number of input features.
    let inputs: Int
    /// H, the number of hidden units.
    let hidden: Int
}
