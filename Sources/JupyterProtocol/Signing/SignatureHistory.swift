/// The recently seen signatures, by which replayed messages are detected.
public struct SignatureHistory: Sendable {
    /// The maximum number of signatures.
    private let capacity: Int

    /// The signatures in the history.
    private var seen: Set<[UInt8]> = []

    /// The signatures in order of arrival, as a circular buffer.
    private var order: [[UInt8]] = []

    /// The index of the oldest signature, once the buffer is full.
    private var oldest = 0

    /// Creates an empty history; its default capacity is that of Jupyter's own clients.
    public init(capacity: Int = 65_536) {
        precondition(capacity > 0, "a history needs room for a signature, got \(capacity)")
        self.capacity = capacity
    }

    /// Inserts a signature; returns whether it is new.
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
