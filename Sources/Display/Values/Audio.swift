internal import Files

/// Sound to listen to.
public struct Audio: Displayable, Sendable, Hashable {
    /// The sound, as the bytes of a WAV file.
    public let data: [UInt8]

    /// Makes sound of samples, which are loud at 1 and -1, and cut off beyond.
    ///
    /// - Parameters:
    ///   - samples: the samples of one channel; what is not finite is silent.
    ///   - rate: the number of samples a second.
    public init(samples: some Sequence<Double>, rate: Int = 44_100) {
        let sound = samples.flatMap { sample -> [UInt8] in
            let finite = sample.isFinite ? min(1, max(-1, sample)) : 0
            return Self.bytes(UInt16(bitPattern: Int16((finite * 32_767).rounded())))
        }
        let rate = UInt32(clamping: max(1, rate))
        let size = UInt32(clamping: sound.count)
        // One channel, two bytes a sample.
        let format: [UInt8] =
            Self.bytes(UInt16(1)) + Self.bytes(UInt16(1)) + Self.bytes(rate)
            + Self.bytes(rate.multipliedReportingOverflow(by: 2).partialValue)
            + Self.bytes(UInt16(2)) + Self.bytes(UInt16(16))
        let body: [UInt8] =
            Array("WAVEfmt ".utf8) + Self.bytes(UInt32(format.count)) + format + Array("data".utf8)
            + Self.bytes(size) + sound
        data = Array("RIFF".utf8) + Self.bytes(UInt32(clamping: body.count)) + body
    }

    /// Reads sound from a WAV file.
    ///
    /// - Throws: `FileProblem`, where the file cannot be read or holds something else.
    public init(path: String) throws(FileProblem) {
        data = try WholeFile.shown(path)
        let isWave =
            data.starts(with: Array("RIFF".utf8))
            && data.dropFirst(8).starts(with: Array("WAVE".utf8))
        guard isWave else {
            throw FileProblem("could not play \(path): it does not begin as a WAV file does")
        }
    }

    /// The sound, with buttons to play it; where a client plays none, a line about it.
    public var mimeBundle: MIMEBundle {
        var bundle = MIMEBundle(text: "WAV sound of \(data.count) bytes")
        bundle[.html] = .text(
            "<audio controls src=\"data:audio/wav;base64,\(Base64.text(of: data))\"></audio>")
        return bundle
    }

    /// Returns the bytes of a number, the least first.
    private static func bytes(_ number: some FixedWidthInteger) -> [UInt8] {
        withUnsafeBytes(of: number.littleEndian) { Array($0) }
    }
}
