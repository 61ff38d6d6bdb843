/// Unpacks data that were packed with the deflate method.
///
/// - Source: RFC 1951, and RFC 1950 for the frame around it.
struct Inflater {
    /// The packed data.
    private let input: [UInt8]

    /// Which byte is read next.
    private var position: Int

    /// The bits that have been read and not used.
    private var bits: UInt32 = 0

    /// The number of these bits.
    private var bitCount = 0

    /// The unpacked data so far.
    private var output: [UInt8] = []

    /// The maximum number of bytes of the result.
    private let limit: Int

    /// Prepares to unpack data.
    private init(_ input: [UInt8], limit: Int) {
        self.input = input
        self.limit = limit
        // Behind the two bytes of the frame.
        position = 2
    }

    /// Returns what data with a frame hold; nil where they are damaged, or hold more than a limit.
    static func inflated(_ input: [UInt8], limit: Int) -> [UInt8]? {
        guard input.count > 2, input[0] & 15 == 8, (Int(input[0]) << 8 | Int(input[1])) % 31 == 0
        else { return nil }
        var inflater = Inflater(input, limit: limit)
        return inflater.run() ? inflater.output : nil
    }

    /// Unpacks all blocks; returns whether they were in order.
    private mutating func run() -> Bool {
        while true {
            guard let isLast = take(1), let kind = take(2) else { return false }
            let isInOrder =
                switch kind {
                case 0: copyBlock()
                case 1: inflateBlock(Self.fixedLengths, Self.fixedDistances)
                case 2: inflateDescribedBlock()
                default: false
                }
            guard isInOrder else { return false }
            if isLast == 1 { return true }
        }
    }

    /// Takes some bits, the lowest first; nil at the end.
    private mutating func take(_ count: Int) -> Int? {
        while bitCount < count {
            guard position < input.count else { return nil }
            bits |= UInt32(input[position]) << UInt32(bitCount)
            position += 1
            bitCount += 8
        }
        defer {
            bits >>= UInt32(count)
            bitCount -= count
        }
        return Int(bits & (1 << UInt32(count) - 1))
    }

    /// Copies a block that is not packed.
    private mutating func copyBlock() -> Bool {
        (bits, bitCount) = (0, 0)
        guard position + 4 <= input.count else { return false }
        let count = Int(input[position]) | Int(input[position + 1]) << 8
        position += 4
        guard position + count <= input.count, output.count + count <= limit else { return false }
        output += input[position..<(position + count)]
        position += count
        return true
    }

    /// A code in which frequent symbols have few bits.
    private struct Code {
        /// The number of symbols of each length.
        private var counts = [Int](repeating: 0, count: 16)

        /// The symbols, by their lengths.
        private var symbols: [Int] = []

        /// Makes a code from the lengths of its symbols.
        init(lengths: some Sequence<Int>) {
            let ordered = lengths.enumerated().filter { $0.element > 0 }
            for (_, length) in ordered { counts[length] += 1 }
            symbols = ordered.sorted { ($0.element, $0.offset) < ($1.element, $1.offset) }.map(
                \.offset)
        }

        /// Takes the bits of a symbol and returns it; nil where they are none.
        func symbol(_ takeBit: () -> Int?) -> Int? {
            var (code, first, index) = (0, 0, 0)
            for length in 1..<16 {
                guard let bit = takeBit() else { return nil }
                code |= bit
                let count = counts[length]
                if code - count < first { return symbols[index + code - first] }
                index += count
                first = (first + count) << 1
                code <<= 1
            }
            return nil
        }
    }

    /// The code for lengths that needs no description.
    private static let fixedLengths = Code(
        lengths: (0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 })

    /// The code for distances that needs no description.
    private static let fixedDistances = Code(lengths: Array(repeating: 5, count: 30))

    /// The lengths for which symbols from 257 on stand, and how many bits are added.
    private static let lengths: [(base: Int, bits: Int)] = [
        (3, 0), (4, 0), (5, 0), (6, 0), (7, 0), (8, 0), (9, 0), (10, 0), (11, 1), (13, 1), (15, 1),
        (17, 1), (19, 2), (23, 2), (27, 2), (31, 2), (35, 3), (43, 3), (51, 3), (59, 3), (67, 4),
        (83, 4), (99, 4), (115, 4), (131, 5), (163, 5), (195, 5), (227, 5), (258, 0),
    ]

    /// The distances for which symbols stand, and how many bits are added.
    private static let distances: [(base: Int, bits: Int)] = [
        (1, 0), (2, 0), (3, 0), (4, 0), (5, 1), (7, 1), (9, 2), (13, 2), (17, 3), (25, 3), (33, 4),
        (49, 4), (65, 5), (97, 5), (129, 6), (193, 6), (257, 7), (385, 7), (513, 8), (769, 8),
        (1025, 9), (1537, 9), (2049, 10), (3073, 10), (4097, 11), (6145, 11), (8193, 12),
        (12289, 12),
        (16385, 13), (24577, 13),
    ]

    /// The order in which the lengths of the code for lengths are written.
    private static let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

    /// Takes a symbol.
    private mutating func symbol(of code: Code) -> Int? { code.symbol { take(1) } }

    /// Unpacks a block whose codes are described at its beginning.
    private mutating func inflateDescribedBlock() -> Bool {
        guard let literals = take(5), let distances = take(5), let count = take(4) else {
            return false
        }
        var lengths = [Int](repeating: 0, count: 19)
        for place in Self.order.prefix(count + 4) {
            guard let length = take(3) else { return false }
            lengths[place] = length
        }
        let code = Code(lengths: lengths)
        let total = literals + 257 + distances + 1
        var all: [Int] = []
        while all.count < total {
            guard let symbol = symbol(of: code) else { return false }
            switch symbol {
            case ..<16: all.append(symbol)
            case 16:
                guard let last = all.last, let more = take(2) else { return false }
                all += Array(repeating: last, count: more + 3)
            default:
                guard let more = symbol == 17 ? take(3) : take(7) else { return false }
                all += Array(repeating: 0, count: more + (symbol == 17 ? 3 : 11))
            }
        }
        guard all.count == total else { return false }
        return inflateBlock(
            Code(lengths: all.prefix(literals + 257)), Code(lengths: all.dropFirst(literals + 257)))
    }

    /// Unpacks a block with two codes.
    private mutating func inflateBlock(_ lengthCode: Code, _ distanceCode: Code) -> Bool {
        while let symbol = symbol(of: lengthCode) {
            if symbol == 256 { return true }
            guard output.count < limit else { return false }
            guard symbol > 256 else {
                output.append(UInt8(symbol))
                continue
            }
            guard symbol - 257 < Self.lengths.count,
                let moreLength = take(Self.lengths[symbol - 257].bits),
                let place = self.symbol(of: distanceCode), place < Self.distances.count,
                let moreDistance = take(Self.distances[place].bits)
            else { return false }
            let length = Self.lengths[symbol - 257].base + moreLength
            let distance = Self.distances[place].base + moreDistance
            guard distance <= output.count, output.count + length <= limit else { return false }
            for _ in 0..<length { output.append(output[output.count - distance]) }
        }
        return false
    }
}
