internal import Files

/// A sound to play.
public struct Audio: Displayable, Sendable, Hashable {
    /// The bytes of a WAV file.
    public let data: [UInt8]

    /// Creates a sound from samples between -1 and 1; values beyond are clipped.
    ///
    /// - Parameters:
    ///   - samples: the samples of one channel; non-finite values are silent.
    ///   - rate: the number of samples per second.
    public init(samples: some Sequence<Double>, rate: Int = 44_100) {
        let sound = samples.flatMap { sample -> [UInt8] in
            let finite = sample.isFinite ? min(1, max(-1, sample)) : 0
            return Self.bytes(UInt16(bitPattern: Int16((finite * 32_767).rounded())))
        }
        let rate = UInt32(clamping: max(1, rate))
        let size = UInt32(clamping: sound.count)
        // One channel, two bytes per sample.
        let format: [UInt8] =
            Self.bytes(UInt16(1)) + Self.bytes(UInt16(1)) + Self.bytes(rate)
            + Self.bytes(rate.multipliedReportingOverflow(by: 2).partialValue)
            + Self.bytes(UInt16(2)) + Self.bytes(UInt16(16))
        let body: [UInt8] =
            Array("WAVEfmt ".utf8) + Self.bytes(UInt32(format.count)) + format + Array("data".utf8)
            + Self.bytes(size) + sound
        data = Array("RIFF".utf8) + Self.bytes(UInt32(clamping: body.count)) + body
    }

    /// Reads a WAV file.
    ///
    /// - Throws: `FileProblem` if the file cannot be read or is not a WAV file.
    public init(path: String) throws(FileProblem) {
        data = try WholeFile.shown(path)
        let isWave =
            data.starts(with: Array("RIFF".utf8))
            && data.dropFirst(8).starts(with: Array("WAVE".utf8))
        guard isWave else {
            throw FileProblem("could not play \(path): it does not begin as a WAV file does")
        }
    }

    /// The sound with playback controls, and a line of text for clients without audio.
    public var mimeBundle: MIMEBundle {
        var bundle = MIMEBundle(text: "WAV sound of \(data.count) bytes")
        bundle[.html] = .text(
            "<audio controls src=\"data:audio/wav;base64,\(Base64.text(of: data))\"></audio>")
        return bundle
    }

    /// Returns the bytes of a number, little-endian.
    private static func bytes(_ number: some FixedWidthInteger) -> [UInt8] {
        withUnsafeBytes(of: number.littleEndian) { Array($0) }
    }
}
