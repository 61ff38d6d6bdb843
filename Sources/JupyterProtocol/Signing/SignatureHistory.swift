/// The signatures that have been seen lately, so that a recorded message cannot be played again.
public struct SignatureHistory: Sendable {
    /// How many signatures are remembered.
    private let capacity: Int

    /// The signatures that are remembered.
    private var seen: Set<[UInt8]> = []

    /// The signatures in the order in which they came, from some place in a circle.
    private var order: [[UInt8]] = []

    /// The place of the oldest signature, once the circle is full.
    private var oldest = 0

    /// Makes an empty history; by default as long as that of Jupyter's own clients.
    public init(capacity: Int = 65_536) {
        precondition(capacity > 0, "a history needs room for a signature, got \(capacity)")
        self.capacity = capacity
    }

    /// Remembers a signature; returns whether it is new.
    public mutating func insert(_ signature: [UInt8]) -> Bool {
        guard seen.insert(signature).inserted else { return false }
        if order.count < capacity {
            order.append(signature)
        } else {
            seen.remove(order[oldest])
            order[oldest] = signature
            oldest = (oldest + 1) % capacity
        }
        return true
    }
}
