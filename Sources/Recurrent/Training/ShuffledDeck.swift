/// Examples in a random order that changes after each pass over all of them.
package struct ShuffledDeck<Element> {
    /// The examples in the order of this epoch.
    private var elements: [Element]

    /// The number of examples used in this epoch.
    private var count = 0

    /// The generator of the orders.
    private var generator: Xoshiro256

    /// Creates a deck of at least one example.
    package init(_ elements: [Element], seed: UInt64) {
        self.elements = elements
        generator = Xoshiro256(seed: seed)
    }

    /// Returns the next example.
    package mutating func next() -> Element {
        if count % elements.count == 0 { elements = generator.shuffled(elements) }
        defer { count += 1 }
        return elements[count % elements.count]
    }
}
