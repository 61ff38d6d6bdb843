package import Display

extension String {
    /// The text in seven-bit ASCII: Greek letters by name, superscripts after `^`, `?` for the rest.
    package var asciiSpelling: String {
        var result = ""
        var script: Script?
        for scalar in unicodeScalars {
            if let (kind, spelling) = Self.scripts[scalar] {
                if script != kind { result += kind.rawValue }
                script = kind
                result += spelling
                continue
            }
            script = nil
            if scalar.isASCII {
                result.unicodeScalars.append(scalar)
            } else if let spelling = Self.spellings[scalar] {
                result += spelling
            } else if let letter = Self.baseLetter(of: scalar) {
                result.unicodeScalars.append(letter)
            } else if scalar.properties.generalCategory != .nonspacingMark
                && scalar.value != 0xFE0F && scalar.value != 0x200D
            {
                result += "?"
            }
        }
        return result
    }

    /// Returns the text as a style can write it, on one line.
    package func spelled(in style: TextStyle) -> String {
        style == .ascii ? singleLine.asciiSpelling : singleLine
    }

    /// Raised or lowered writing, by the character that announces it in ASCII.
    private enum Script: String {
        /// Above the line.
        case superscript = "^"
        /// Below the line.
        case subscripted = "_"
    }

    /// Raised and lowered characters.
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

    /// Characters that have a usual spelling in ASCII.
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

    /// Returns the letter under an accent, for the Latin letters of Europe.
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
