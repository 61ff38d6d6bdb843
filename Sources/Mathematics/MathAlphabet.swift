/// The alphabets of formulas, which mean different things by the shape of their letters.
enum MathAlphabet: Sendable, Hashable {
    /// Slanted letters, and digits as they are.
    case standard
    /// Upright.
    case upright
    /// Bold and upright.
    case bold
    /// Bold and slanted.
    case boldItalic
    /// Letters with a doubled stroke.
    case doubleStruck
    /// Script.
    case script
    /// Fraktur.
    case fraktur
    /// Without serifs.
    case sansSerif
    /// Of a typewriter.
    case monospace

    /// The commands that choose an alphabet.
    static let commands: [String: MathAlphabet] = [
        "mathrm": .upright, "mathup": .upright, "mathbf": .bold, "mathbb": .doubleStruck,
        "mathcal": .script, "mathscr": .script, "mathfrak": .fraktur, "mathsf": .sansSerif,
        "mathtt": .monospace, "boldsymbol": .boldItalic, "bm": .boldItalic, "pmb": .boldItalic,
        "mathbfit": .boldItalic, "mathit": .standard, "mathnormal": .standard,
    ]

    /// Returns a text with its letters and digits in this alphabet; those that it lacks stay.
    func applied(to text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars { result.unicodeScalars.append(applied(to: scalar)) }
        return result
    }

    /// Returns a letter in this alphabet.
    ///
    /// - Source: the block "Mathematical Alphanumeric Symbols" of Unicode, with the letters that were
    ///   there before it.
    private func applied(to scalar: Unicode.Scalar) -> Unicode.Scalar {
        if let earlier = Self.earlier[self]?[scalar] { return earlier }
        let value = scalar.value
        let place: UInt32? =
            switch scalar {
            case "A"..."Z": bases?.upper.map { $0 + value - 0x41 }
            case "a"..."z": bases?.lower.map { $0 + value - 0x61 }
            case "0"..."9": bases?.digit.map { $0 + value - 0x30 }
            case "\u{391}"..."\u{3A9}": bases?.greek.map { $0 + value - 0x391 }
            case "\u{3B1}"..."\u{3C9}": bases?.greek.map { $0 + 26 + value - 0x3B1 }
            default: nil
            }
        return place.flatMap(Unicode.Scalar.init) ?? scalar
    }

    /// The first letters of an alphabet.
    private struct Bases {
        /// Capital letters.
        var upper: UInt32?
        /// Small letters.
        var lower: UInt32?
        /// Digits.
        var digit: UInt32?
        /// Capital Greek letters, which small ones follow.
        var greek: UInt32?
    }

    /// The first letters of this alphabet, or nil for the ordinary ones.
    private var bases: Bases? {
        switch self {
        case .standard, .upright: nil
        case .bold: Bases(upper: 0x1D400, lower: 0x1D41A, digit: 0x1D7CE, greek: 0x1D6A8)
        case .boldItalic: Bases(upper: 0x1D468, lower: 0x1D482, digit: 0x1D7CE, greek: 0x1D71C)
        case .doubleStruck: Bases(upper: 0x1D538, lower: 0x1D552, digit: 0x1D7D8)
        case .script: Bases(upper: 0x1D49C, lower: 0x1D4B6)
        case .fraktur: Bases(upper: 0x1D504, lower: 0x1D51E)
        case .sansSerif: Bases(upper: 0x1D5A0, lower: 0x1D5BA, digit: 0x1D7E2)
        case .monospace: Bases(upper: 0x1D670, lower: 0x1D68A, digit: 0x1D7F6)
        }
    }

    /// The letters that Unicode had before the others of their alphabets.
    private static let earlier: [MathAlphabet: [Unicode.Scalar: Unicode.Scalar]] = [
        .doubleStruck: [
            "C": "ℂ", "H": "ℍ", "N": "ℕ", "P": "ℙ", "Q": "ℚ", "R": "ℝ", "Z": "ℤ",
        ],
        .script: [
            "B": "ℬ", "E": "ℰ", "F": "ℱ", "H": "ℋ", "I": "ℐ", "L": "ℒ", "M": "ℳ", "R": "ℛ",
            "e": "ℯ",
            "g": "ℊ", "o": "ℴ",
        ],
        .fraktur: ["C": "ℭ", "H": "ℌ", "I": "ℑ", "R": "ℜ", "Z": "ℨ"],
    ]
}
