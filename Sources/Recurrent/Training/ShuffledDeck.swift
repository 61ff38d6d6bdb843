/// Examples that come in another order each time all of them have been had.
package struct ShuffledDeck<Element> {
    /// The examples in the order of this epoch.
    private var elements: [Element]

    /// How many of them have been had.
    private var count = 0

    /// What the orders follow from.
    private var generator: Xoshiro256

    /// Takes the examples, of which there is one at least.
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
