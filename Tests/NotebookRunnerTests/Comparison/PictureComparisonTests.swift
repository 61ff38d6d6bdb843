import Display
import Testing

@testable import NotebookRunner

@Suite struct PictureComparisonTests {
    /// Returns how two pictures differ; nil where they do not.
    private func difference(_ one: String, _ other: String, levels: Double = 0, share: Double = 0)
        -> Difference?
    {
        var rules = ComparisonRules()
        rules.pixelLevels = levels
        rules.pixelShare = share
        return PictureComparison(rules: rules).difference(one, other, type: "image/png")
    }

    /// Returns a picture of gray pixels in a row.
    private func picture(_ pixels: [UInt8]) -> String {
        var bytes: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        func add(_ name: String, _ body: [UInt8]) {
            bytes +=
                [0, 0, UInt8(body.count >> 8), UInt8(body.count & 255)] + name.utf8 + body + [
                    0, 0, 0, 0,
                ]
        }
        add("IHDR", [0, 0, 0, UInt8(pixels.count), 0, 0, 0, 1, 8, 0, 0, 0, 0])
        let count = UInt8(pixels.count + 1)
        add("IDAT", [0x78, 0x01, 1, count, 0, 255 - count, 255, 0] + pixels)
        add("IEND", [])
        return Base64.text(of: bytes)
    }

    @Test func everyKindOfPNGIsRead() throws {
        for sample in PNGSamples.all {
            let bytes = try #require(Base64.bytes(of: sample.file))
            let picture = try #require(PixelPicture(png: bytes), "\(sample.kind)")
            #expect(picture.width == 5 && picture.height == 6)
            #expect(picture.bytes == Base64.bytes(of: sample.pixels), "\(sample.kind)")
        }
    }

    @Test func packingMakesNoDifference() {
        for index in stride(from: 0, to: PNGSamples.all.count, by: 3) {
            let (one, other) = (PNGSamples.all[index], PNGSamples.all[index + 1])
            #expect(one.file != other.file)
            #expect(difference(one.file, other.file) == nil, "\(one.kind)")
        }
    }

    @Test func pixelsMayDifferWithinTheirTolerance() {
        let (one, other) = (picture([10, 20, 30, 40]), picture([10, 22, 30, 90]))
        #expect(
            difference(one, other)?.description == "2 of 4 pixels differ, by up to 50 of 255 levels"
        )
        #expect(
            difference(one, other, levels: 2)?.description
                == "1 of 4 pixels differs, by up to 50 of 255 levels")
        #expect(difference(one, other, levels: 2, share: 0.25) == nil)
        #expect(difference(one, other, levels: 50) == nil)
        #expect(
            difference(one, picture([10, 20, 30]))?.description
                == "expected 4 × 1 pixels, found 3 × 1")
    }

    /// Damaged files are compared byte by byte, and nothing worse happens.
    @Test(arguments: 0..<9) func damageIsNoPicture(seed: Int) throws {
        for sample in PNGSamples.all {
            var bytes = try #require(Base64.bytes(of: sample.file))
            let place = (seed * 7919 + sample.file.count * 31) % bytes.count
            switch seed % 3 {
            case 0: bytes[place] ^= UInt8(1 << (seed % 8))
            case 1: bytes.removeLast(bytes.count - place)
            default: bytes.insert(UInt8(seed), at: place)
            }
            _ = difference(sample.file, Base64.text(of: bytes))
        }
        #expect(difference("AAAA", "AAAB") == .bytes(expectedCount: 3, foundCount: 3))
    }
}
