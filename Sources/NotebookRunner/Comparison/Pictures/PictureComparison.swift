internal import Display

/// Compares pictures by what they show: drawings as trees, pictures in PNG by their pixels, and others
/// byte by byte.
struct PictureComparison {
    /// The rules for differences that are allowed.
    let rules: ComparisonRules

    /// Returns how two pictures of a media type differ, as outputs hold them; nil where they do not.
    func difference(_ expected: String, _ found: String, type: String) -> Difference? {
        guard type != "image/svg+xml" else {
            if expected == found { return nil }
            return TreeComparison(rules: rules)
                .difference(ComparedElement.drawing(expected), ComparedElement.drawing(found))
        }
        guard expected.utf8.filter({ $0 > 0x20 }) != found.utf8.filter({ $0 > 0x20 }) else {
            return nil
        }
        let (left, right) = (Base64.bytes(of: expected), Base64.bytes(of: found))
        guard type == "image/png", let one = left.flatMap(PixelPicture.init(png:)),
            let other = right.flatMap(PixelPicture.init(png:))
        else {
            return .bytes(
                expectedCount: Base64.byteCount(of: expected),
                foundCount: Base64.byteCount(of: found))
        }
        return difference(one, other)
    }

    /// Returns how two pictures of pixels differ.
    private func difference(_ expected: PixelPicture, _ found: PixelPicture) -> Difference? {
        guard expected.width == found.width, expected.height == found.height else {
            return .size(
                expected: "\(expected.width) × \(expected.height)",
                found: "\(found.width) × \(found.height)")
        }
        var (count, largest) = (0, 0)
        for start in stride(from: 0, to: expected.bytes.count, by: 4) {
            var distance = 0
            // What is not seen has no color.
            let isSeen = expected.bytes[start + 3] != 0 || found.bytes[start + 3] != 0
            for channel in start..<(start + 4) where isSeen {
                distance = max(
                    distance, abs(Int(expected.bytes[channel]) - Int(found.bytes[channel])))
            }
            largest = max(largest, distance)
            if Double(distance) > rules.pixelLevels { count += 1 }
        }
        let total = expected.width * expected.height
        guard Double(count) > rules.pixelShare * Double(total) else { return nil }
        return .pixels(count, of: total, largest: largest)
    }
}
