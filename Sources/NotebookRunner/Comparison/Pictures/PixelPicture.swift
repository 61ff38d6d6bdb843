/// A picture of pixels, each with red, green, blue and opacity.
struct PixelPicture: Sendable, Hashable {
    /// The number of pixels in a row.
    let width: Int

    /// The number of rows.
    let height: Int

    /// The pixels, four bytes each, row by row.
    let bytes: [UInt8]

    /// The maximum number of pixels of a picture; larger ones are compared byte by byte.
    private static let limit = 50_000_000

    /// Reads a picture in PNG; nil where the bytes are damaged, or of a kind that is not read.
    ///
    /// - Source: the PNG specification, third edition; interlaced pictures are not read.
    init?(png bytes: [UInt8]) {
        guard bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
            let file = PNGFile(bytes), file.width > 0, file.height > 0,
            file.width.multipliedReportingOverflow(by: file.height).partialValue <= Self.limit,
            !file.isInterlaced, let channels = file.channels
        else { return nil }
        let rowLength = (file.width * channels * file.depth + 7) / 8
        guard let data = Inflater.inflated(file.data, limit: (rowLength + 1) * file.height),
            data.count == (rowLength + 1) * file.height
        else { return nil }
        width = file.width
        height = file.height
        var pixels: [UInt8] = []
        pixels.reserveCapacity(width * height * 4)
        var above = [UInt8](repeating: 0, count: rowLength)
        let step = max(1, channels * file.depth / 8)
        for row in 0..<height {
            let start = row * (rowLength + 1)
            var line = Array(data[(start + 1)..<(start + 1 + rowLength)])
            guard Self.unfilter(&line, above: above, filter: data[start], step: step) else {
                return nil
            }
            file.append(line, to: &pixels)
            above = line
        }
        self.bytes = pixels
    }

    /// Undoes what a row was made easier to pack with; returns whether the filter is known.
    private static func unfilter(
        _ line: inout [UInt8], above: [UInt8], filter: UInt8, step: Int
    ) -> Bool {
        for index in line.indices {
            let left = index >= step ? Int(line[index - step]) : 0
            let up = Int(above[index])
            let corner = index >= step ? Int(above[index - step]) : 0
            let predicted: Int
            switch filter {
            case 0: return true
            case 1: predicted = left
            case 2: predicted = up
            case 3: predicted = (left + up) / 2
            case 4:
                let estimate = left + up - corner
                let distances = (abs(estimate - left), abs(estimate - up), abs(estimate - corner))
                predicted =
                    distances.0 <= distances.1 && distances.0 <= distances.2
                    ? left : distances.1 <= distances.2 ? up : corner
            default: return false
            }
            line[index] = line[index] &+ UInt8(predicted)
        }
        return true
    }
}
