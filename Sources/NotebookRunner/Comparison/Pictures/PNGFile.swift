/// The parts of a file in PNG.
struct PNGFile {
    /// The number of pixels in a row.
    private(set) var width = 0

    /// The number of rows.
    private(set) var height = 0

    /// The number of bits of a channel.
    private(set) var depth = 0

    /// Which channels there are, as a number of the format.
    private var kind = 0

    /// Indicates whether the rows come in several passes.
    private(set) var isInterlaced = false

    /// The packed rows.
    private(set) var data: [UInt8] = []

    /// The colors that pixels name by a number, three bytes each.
    private var palette: [UInt8] = []

    /// The opacity of these colors, or the color that is not seen.
    private var transparency: [UInt8] = []

    /// Takes a file apart; nil where it is damaged.
    init?(_ bytes: [UInt8]) {
        var position = 8
        while position + 12 <= bytes.count {
            let length = Self.number(bytes, position)
            let name = String(decoding: bytes[(position + 4)..<(position + 8)], as: UTF8.self)
            let start = position + 8
            guard length >= 0, start + length + 4 <= bytes.count else { return nil }
            let body = bytes[start..<(start + length)]
            switch name {
            case "IHDR":
                guard length == 13 else { return nil }
                width = Self.number(bytes, start)
                height = Self.number(bytes, start + 4)
                depth = Int(bytes[start + 8])
                kind = Int(bytes[start + 9])
                isInterlaced = bytes[start + 12] != 0
            case "PLTE": palette = Array(body)
            case "tRNS": transparency = Array(body)
            case "IDAT": data += body
            case "IEND": return
            default: break
            }
            position = start + length + 4
        }
        return nil
    }

    /// Returns the number that four bytes spell.
    private static func number(_ bytes: [UInt8], _ place: Int) -> Int {
        bytes[place..<(place + 4)].reduce(0) { $0 << 8 | Int($1) }
    }

    /// The number of channels of a pixel, or nil if the format has no such kind or depth.
    var channels: Int? {
        let depths: [Int: [Int]] = [
            0: [1, 2, 4, 8, 16], 2: [8, 16], 3: [1, 2, 4, 8], 4: [8, 16], 6: [8, 16],
        ]
        guard depths[kind]?.contains(depth) == true else { return nil }
        return [0: 1, 2: 3, 3: 1, 4: 2, 6: 4][kind]
    }

    /// Appends a row as pixels of four bytes.
    func append(_ line: [UInt8], to pixels: inout [UInt8]) {
        let channels = channels ?? 1
        for column in 0..<width {
            let values = (0..<channels).map { sample(column * channels + $0, of: line) }
            switch kind {
            case 0:
                let gray = depth < 8 ? values[0] * 255 / (1 << depth - 1) : values[0] >> (depth - 8)
                let isHidden = transparency.count == 2 && values[0] == Self.pair(transparency, 0)
                pixels += [UInt8(gray), UInt8(gray), UInt8(gray), isHidden ? 0 : 255]
            case 2:
                let isHidden =
                    transparency.count == 6
                    && values.indices.allSatisfy { values[$0] == Self.pair(transparency, 2 * $0) }
                pixels += values.map { UInt8($0 >> (depth - 8)) } + [isHidden ? 0 : 255]
            case 3:
                let index = values[0]
                let isKnown = 3 * index + 2 < palette.count
                pixels += isKnown ? palette[(3 * index)..<(3 * index + 3)] : [0, 0, 0]
                pixels.append(index < transparency.count ? transparency[index] : 255)
            case 4:
                let gray = UInt8(values[0] >> (depth - 8))
                pixels += [gray, gray, gray, UInt8(values[1] >> (depth - 8))]
            default: pixels += values.map { UInt8($0 >> (depth - 8)) }
            }
        }
    }

    /// Returns the value of a channel in a row.
    private func sample(_ index: Int, of line: [UInt8]) -> Int {
        switch depth {
        case 16: return Self.pair(line, 2 * index)
        case 8: return Int(line[index])
        default:
            let bit = index * depth
            return Int(line[bit / 8]) >> (8 - depth - bit % 8) & (1 << depth - 1)
        }
    }

    /// Returns the number that two bytes spell.
    private static func pair(_ bytes: [UInt8], _ place: Int) -> Int {
        Int(bytes[place]) << 8 | Int(bytes[place + 1])
    }
}
