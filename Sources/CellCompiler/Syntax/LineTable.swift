/// The positions of a source's lines.
struct LineTable {
    /// The offset of each line's first byte.
    private let starts: [Int]

    /// Finds the lines of a source.
    init(_ source: String) {
        var starts = [0]
        for (offset, byte) in source.utf8.enumerated() where byte == UInt8(ascii: "\n") {
            starts.append(offset + 1)
        }
        self.starts = starts
    }

    /// Returns the line number of an offset, starting at one.
    func line(ofOffset offset: Int) -> Int {
        var low = 0
        var high = starts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle } else { high = middle }
        }
        return low + 1
    }
}
