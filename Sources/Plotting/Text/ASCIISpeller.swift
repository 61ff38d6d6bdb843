package import Display

/// A converter of text to 7-bit ASCII, character by character.
struct ASCIISpeller {
    /// The text so far, without the current superscript or subscript.
    private var written = ""
    /// Indicates whether the text ends in a name such as `alpha`, which must be separated from a
    /// following letter.
    private var endsInName = false
    /// The current superscript or subscript and its spelling.
    private var script: (kind: Script, spelling: String)?

    /// Creates an empty converter.
    init() {}

    /// The text so far.
    var text: String { written + (script.map(Self.spelling) ?? "") }

    /// Adds a character.
    mutating func add(_ scalar: Unicode.Scalar) {
        if let (kind, spelling) = Self.scripts[scalar] {
            if script?.kind == kind {
                script?.spelling += spelling
            } else {
                written = text
                script = (kind, spelling)
            }
            return endsInName = false
        }
        written = text
        script = nil
        let spelling = Self.spelling(of: scalar)
        let isLetter = spelling.first?.isLetter ?? false
        written += (endsInName && isLetter ? " " : "") + spelling
        endsInName = !scalar.isASCII && spelling.count > 1 && isLetter
    }

    /// Returns the spelling of an ordinary character.
    private static func spelling(of scalar: Unicode.Scalar) -> String {
        if scalar.isASCII { return String(scalar) }
        if let spelling = spellings[scalar] { return spelling }
        if let letter = baseLetter(of: scalar) { return String(letter) }
        let isInvisible =
            scalar.properties.generalCategory == .nonspacingMark || scalar.value == 0xFE0F
            || scalar.value == 0x200D
        return isInvisible ? "" : "?"
    }

    /// Returns a superscript or subscript after its sign, in parentheses if it contains operators.
    private static func spelling(of script: (kind: Script, spelling: String)) -> String {
        let calculates = script.spelling.dropFirst().contains { $0 == "+" || $0 == "-" }
        return script.kind.rawValue + (calculates ? "(\(script.spelling))" : script.spelling)
    }

    /// Superscripts and subscripts, with their signs in ASCII.
    private enum Script: String {
        /// A superscript.
        case superscript = "^"
        /// A subscript.
        case subscripted = "_"
    }

    /// The characters of superscripts and subscripts.
    private static let scripts: [Unicode.Scalar: (Script, String)] = {
        var table: [Unicode.Scalar: (Script, String)] = [:]
        for (raised, plain) in zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿⁱᵀᵏᵗ".unicodeScalars, "0123456789+-()niTkt") {
            table[raised] = (.superscript, String(plain))
        }
        let lowered = "₀₁₂₃₄₅₆₇₈₉₊₋₍₎ₐₑₒₓₕₖₗₘₙₚₛₜᵢⱼᵣᵤᵥ".unicodeScalars
        for (scalar, plain) in zip(lowered, "0123456789+-()aeoxhklmnpstijruv") {
            table[scalar] = (.subscripted, String(plain))
        }
        return table
    }()

    /// The characters with a usual spelling in ASCII.
    private static let spellings: [Unicode.Scalar: String] = [
        "∂": "d", "∇": "grad ", "‖": "||", "∑": "sum", "∏": "prod", "√": "sqrt", "∞": "inf",
        "×": "x", "·": "*", "⋅": "*", "⊙": "*", "÷": "/", "±": "+-", "−": "-", "–": "-", "—": "-",
        "…": "...", "→": "->", "←": "<-", "↑": "^", "↓": "v", "⇒": "=>", "≤": "<=", "≥": ">=",
        "≠": "!=", "≈": "~", "∈": "in", "′": "'", "″": "''", "‘": "'", "’": "'", "“": "\"",
        "”": "\"", "ŷ": "y^", "°": "deg", "ℓ": "l", "ß": "ss", "\u{A0}": " ", "•": "*", "½": "1/2",
        "✓": "ok",
        "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "epsilon", "ζ": "zeta",
        "η": "eta", "θ": "theta", "ι": "iota", "κ": "kappa", "λ": "lambda", "μ": "mu", "ν": "nu",
        "ξ": "xi", "π": "pi", "ρ": "rho", "σ": "sigma", "τ": "tau", "φ": "phi", "χ": "chi",
        "ψ": "psi", "ω": "omega", "Γ": "Gamma", "Δ": "Delta", "Θ": "Theta", "Λ": "Lambda",
        "Ξ": "Xi", "Π": "Pi", "Σ": "Sigma", "Φ": "Phi", "Ψ": "Psi", "Ω": "Omega", "µ": "u",
    ]

    /// Returns the base letter of an accented Latin letter of a European language.
    private static func baseLetter(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
        let name = scalar.properties.name ?? ""
        guard name.hasPrefix("LATIN "), let with = name.split(separator: " WITH ").first else {
            return nil
        }
        let words = name.split(separator: " ")
        guard words.count > 4, words[2] == "LETTER", words[3].count == 1, with.count < name.count,
            let letter = words[3].unicodeScalars.first
        else { return nil }
        return words[1] == "SMALL"
            ? letter.properties.lowercaseMapping.unicodeScalars.first : letter
    }
}

extension String {
    /// The text in 7-bit ASCII: Greek letters by name, superscripts after `^`, `?` for the rest.
    package var asciiSpelling: String {
        var speller = ASCIISpeller()
        for scalar in unicodeScalars { speller.add(scalar) }
        return speller.text
    }

    /// Returns the text in the characters of a style, on one line.
    package func spelled(in style: TextStyle) -> String {
        style == .ascii ? singleLine.asciiSpelling : singleLine
    }
}
