internal import Display

/// A sequence that displays the progress of loops over it.
public struct ProgressSequence<Base: Sequence>: Sequence {
    /// The elements.
    private let base: Base

    /// The description of the loop.
    private let title: String

    /// The number of elements, or `nil` if it is unknown.
    private let count: Int?

    /// Creates a sequence of the base's elements.
    init(_ base: Base, title: String, count: Int?) {
        self.base = base
        self.title = title
        self.count = count
    }

    /// Starts a loop.
    public func makeIterator() -> Iterator {
        Iterator(base: base.makeIterator(), report: ProgressReport(title: title, count: count))
    }

    /// The iterator of a loop.
    public struct Iterator: IteratorProtocol {
        /// The iterator of the base.
        private var base: Base.Iterator

        /// The displayed progress.
        private let report: ProgressReport

        /// Creates an iterator.
        init(base: Base.Iterator, report: ProgressReport) {
            self.base = base
            self.report = report
        }

        /// Returns the next element, and updates the display.
        public mutating func next() -> Base.Element? {
            let element = base.next()
            if element == nil { report.end() } else { report.step() }
            return element
        }
    }
}
