internal import Display

/// Elements, of which a loop shows how many it has seen.
public struct ProgressSequence<Base: Sequence>: Sequence {
    /// The elements.
    private let base: Base

    /// What the loop does.
    private let title: String

    /// How many elements there are, where that is known.
    private let count: Int?

    /// Takes elements.
    init(_ base: Base, title: String, count: Int?) {
        self.base = base
        self.title = title
        self.count = count
    }

    /// Begins a loop.
    public func makeIterator() -> Iterator {
        Iterator(base: base.makeIterator(), report: ProgressReport(title: title, count: count))
    }

    /// A loop over the elements.
    public struct Iterator: IteratorProtocol {
        /// The loop over the elements alone.
        private var base: Base.Iterator

        /// What is shown.
        private let report: ProgressReport

        /// Begins a loop.
        init(base: Base.Iterator, report: ProgressReport) {
            self.base = base
            self.report = report
        }

        /// Returns the next element.
        public mutating func next() -> Base.Element? {
            let element = base.next()
            if element == nil { report.end() } else { report.step() }
            return element
        }
    }
}
