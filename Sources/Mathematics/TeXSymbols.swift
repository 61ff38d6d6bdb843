internal import Markup

/// The meanings of TeX commands without arguments, and the shapes of the others.
enum TeXSymbols {
    /// A sign or a name.
    struct Symbol: Sendable {
        /// The role of the sign among its neighbors.
        let kind: TeXAtom.Kind

        /// The sign.
        let text: String

        /// The element that holds it.
        let element: String

        /// The position of its scripts.
        let limits: TeXAtom.Limits

        /// Returns the part of the formula, with letters in an alphabet.
        func atom(in alphabet: MathAlphabet) -> TeXAtom {
            var attributes: [(String, String)] = []
            if element == "mo", kind == .opening || kind == .closing {
                attributes = [("stretchy", "false"), ("lspace", "0"), ("rspace", "0")]
            }
            // Capital Greek letters stand upright in TeX.
            let isCapital =
                element == "mi" && text.unicodeScalars.count == 1
                && text.unicodeScalars.allSatisfy { ("\u{391}"..."\u{3A9}").contains($0) }
            if isCapital, alphabet == .standard { attributes = [("mathvariant", "normal")] }
            let letters = element == "mi" && kind == .ordinary ? alphabet.applied(to: text) : text
            return TeXAtom(kind, element, letters, attributes, limits: limits)
        }
    }

    /// The signs and names.
    static let symbols: [String: Symbol] = {
        let groups: [([String: String], TeXAtom.Kind, String, TeXAtom.Limits)] = [
            (letters, .ordinary, "mi", .beside), (signs, .ordinary, "mi", .beside),
            (relations, .relation, "mo", .beside), (operators, .binary, "mo", .beside),
            (sums, .operation, "mo", .whereDisplayed), (integrals, .operation, "mo", .beside),
            (functions, .operation, "mi", .beside), (limits, .operation, "mi", .whereDisplayed),
            (opening, .opening, "mo", .beside), (closing, .closing, "mo", .beside),
        ]
        var symbols: [String: Symbol] = [:]
        for (texts, kind, element, limits) in groups {
            for (name, text) in texts {
                symbols[name] = Symbol(kind: kind, text: text, element: element, limits: limits)
            }
        }
        return symbols
    }()

    /// An accent.
    struct Accent: Sendable {
        /// The sign.
        let sign: String
        /// Indicates whether it is as wide as what it belongs to.
        var isWide = false
        /// Indicates whether it stands below.
        var isBelow = false
    }

    /// The accents.
    static let accents: [String: Accent] = [
        "hat": Accent(sign: "^"), "bar": Accent(sign: "¯"), "vec": Accent(sign: "→"),
        "tilde": Accent(sign: "~"), "dot": Accent(sign: "˙"), "ddot": Accent(sign: "¨"),
        "check": Accent(sign: "ˇ"), "breve": Accent(sign: "˘"), "acute": Accent(sign: "´"),
        "grave": Accent(sign: "`"), "mathring": Accent(sign: "˚"),
        "widehat": Accent(sign: "^", isWide: true), "widetilde": Accent(sign: "~", isWide: true),
        "overline": Accent(sign: "¯", isWide: true),
        "underline": Accent(sign: "_", isWide: true, isBelow: true),
        "overrightarrow": Accent(sign: "→", isWide: true),
        "overleftarrow": Accent(sign: "←", isWide: true),
    ]

    /// The spaces.
    static let spaces: [String: String] = [
        ",": "0.1667em", ":": "0.2222em", ">": "0.2222em", ";": "0.2778em", "!": "-0.1667em",
        " ": "0.25em", "quad": "1em", "qquad": "2em", "enspace": "0.5em", "thinspace": "0.1667em",
        "medspace": "0.2222em", "thickspace": "0.2778em", "negthinspace": "-0.1667em",
        "nobreakspace": "0.25em", "space": "0.25em",
    ]

    /// The sizes of delimiters.
    static let sizes: [String: String] = {
        var sizes: [String: String] = [:]
        for (name, size) in [
            ("big", "1.2em"), ("Big", "1.8em"), ("bigg", "2.4em"), ("Bigg", "3em"),
        ] {
            for side in ["", "l", "r", "m"] { sizes[name + side] = size }
        }
        return sizes
    }()

    /// The delimiters that commands name.
    static let delimiters: [String: String] = opening.merging(closing) { one, _ in one }
        .merging([
            "|": "‖", "Vert": "‖", "vert": "|", "uparrow": "↑", "downarrow": "↓",
            "updownarrow": "↕",
            "backslash": "\\", "mid": "|",
        ]) { one, _ in one }

    /// Letters.
    private static let letters: [String: String] = [
        "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ϵ",
        "varepsilon": "ε", "zeta": "ζ", "eta": "η", "theta": "θ", "vartheta": "ϑ", "iota": "ι",
        "kappa": "κ", "varkappa": "ϰ", "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ",
        "omicron": "ο", "pi": "π", "varpi": "ϖ", "rho": "ρ", "varrho": "ϱ", "sigma": "σ",
        "varsigma": "ς", "tau": "τ", "upsilon": "υ", "phi": "ϕ", "varphi": "φ", "chi": "χ",
        "psi": "ψ", "omega": "ω", "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ",
        "Xi": "Ξ", "Pi": "Π", "Sigma": "Σ", "Upsilon": "Υ", "Phi": "Φ", "Psi": "Ψ",
        "Omega": "Ω",
    ]

    /// Signs that stand for themselves.
    private static let signs: [String: String] = [
        "infty": "∞", "partial": "∂", "nabla": "∇", "hbar": "ℏ", "ell": "ℓ", "Re": "ℜ",
        "Im": "ℑ", "aleph": "ℵ", "wp": "℘", "emptyset": "∅", "varnothing": "∅", "forall": "∀",
        "exists": "∃", "nexists": "∄", "neg": "¬", "lnot": "¬", "top": "⊤", "bot": "⊥",
        "angle": "∠", "triangle": "△", "square": "□", "blacksquare": "■", "Box": "□",
        "diamond": "⋄", "prime": "′", "ldots": "…", "dots": "…", "dotsc": "…", "cdots": "⋯",
        "dotsb": "⋯", "vdots": "⋮", "ddots": "⋱", "degree": "°", "checkmark": "✓",
        "clubsuit": "♣", "heartsuit": "♡", "spadesuit": "♠", "flat": "♭", "sharp": "♯",
        "natural": "♮", "imath": "ı", "jmath": "ȷ", "eth": "ð", "Vert": "‖", "|": "‖",
        "backslash": "\\", "%": "%", "$": "$", "#": "#", "&": "&", "_": "_", "S": "§", "P": "¶",
        "dag": "†", "copyright": "©", "pounds": "£", "surd": "√", "complement": "∁", "qed": "∎",
        "vert": "|",
    ]

    /// Relations.
    private static let relations: [String: String] = [
        "le": "≤", "leq": "≤", "ge": "≥", "geq": "≥", "ne": "≠", "neq": "≠", "approx": "≈",
        "equiv": "≡", "sim": "∼", "simeq": "≃", "cong": "≅", "propto": "∝", "ll": "≪",
        "gg": "≫", "in": "∈", "notin": "∉", "ni": "∋", "subset": "⊂", "supset": "⊃",
        "subseteq": "⊆", "supseteq": "⊇", "subsetneq": "⊊", "supsetneq": "⊋", "to": "→",
        "rightarrow": "→", "leftarrow": "←", "gets": "←", "Rightarrow": "⇒", "Leftarrow": "⇐",
        "implies": "⟹", "impliedby": "⟸", "iff": "⟺", "leftrightarrow": "↔",
        "Leftrightarrow": "⇔", "mapsto": "↦", "longmapsto": "⟼", "longrightarrow": "⟶",
        "longleftarrow": "⟵", "Longrightarrow": "⟹", "hookrightarrow": "↪",
        "hookleftarrow": "↩", "rightharpoonup": "⇀", "rightleftharpoons": "⇌", "uparrow": "↑",
        "downarrow": "↓", "updownarrow": "↕", "Uparrow": "⇑", "Downarrow": "⇓", "nearrow": "↗",
        "searrow": "↘", "swarrow": "↙", "nwarrow": "↖", "mid": "∣", "nmid": "∤",
        "parallel": "∥", "perp": "⊥", "models": "⊨", "vdash": "⊢", "dashv": "⊣", "doteq": "≐",
        "coloneqq": "≔", "triangleq": "≜", "lesssim": "≲", "gtrsim": "≳", "prec": "≺",
        "succ": "≻", "preceq": "⪯", "succeq": "⪰", "asymp": "≍", "leqslant": "⩽",
        "geqslant": "⩾", "because": "∵", "therefore": "∴", "leadsto": "⇝",
        "rightsquigarrow": "⇝", "lt": "<", "gt": ">", "bowtie": "⋈", "sqsubseteq": "⊑",
        "approxeq": "≊", "nleq": "≰", "ngeq": "≱", "colon": ":",
    ]

    /// Operators between two things.
    private static let operators: [String: String] = [
        "pm": "±", "mp": "∓", "times": "×", "div": "÷", "cdot": "⋅", "cdotp": "⋅", "ast": "∗",
        "star": "⋆", "circ": "∘", "bullet": "∙", "oplus": "⊕", "ominus": "⊖", "otimes": "⊗",
        "oslash": "⊘", "odot": "⊙", "cup": "∪", "cap": "∩", "uplus": "⊎", "sqcup": "⊔",
        "sqcap": "⊓", "vee": "∨", "lor": "∨", "wedge": "∧", "land": "∧", "setminus": "∖",
        "wr": "≀", "dagger": "†", "ddagger": "‡", "amalg": "⨿", "bigtriangleup": "△",
        "ltimes": "⋉", "rtimes": "⋊", "boxtimes": "⊠", "boxplus": "⊞",
    ]

    /// Sums and the like.
    private static let sums: [String: String] = [
        "sum": "∑", "prod": "∏", "coprod": "∐", "bigcup": "⋃", "bigcap": "⋂", "bigoplus": "⨁",
        "bigotimes": "⨂", "bigodot": "⨀", "bigvee": "⋁", "bigwedge": "⋀", "bigsqcup": "⨆",
        "biguplus": "⨄",
    ]

    /// Integrals.
    private static let integrals: [String: String] = [
        "int": "∫", "iint": "∬", "iiint": "∭", "oint": "∮",
    ]

    /// Functions.
    private static let functions: [String: String] = [
        "sin": "sin", "cos": "cos", "tan": "tan", "cot": "cot", "sec": "sec", "csc": "csc",
        "arcsin": "arcsin", "arccos": "arccos", "arctan": "arctan", "sinh": "sinh",
        "cosh": "cosh", "tanh": "tanh", "coth": "coth", "exp": "exp", "log": "log", "ln": "ln",
        "lg": "lg", "arg": "arg", "deg": "deg", "dim": "dim", "hom": "hom", "ker": "ker",
    ]

    /// Functions whose scripts are limits.
    private static let limits: [String: String] = [
        "lim": "lim", "max": "max", "min": "min", "sup": "sup", "inf": "inf", "det": "det",
        "gcd": "gcd", "Pr": "Pr", "argmax": "arg max", "argmin": "arg min", "limsup": "lim sup",
        "liminf": "lim inf",
    ]

    /// The signs that open a pair.
    private static let opening: [String: String] = [
        "lbrace": "{", "{": "{", "langle": "⟨", "lceil": "⌈", "lfloor": "⌊", "lvert": "|",
        "lVert": "‖", "lbrack": "[", "llbracket": "⟦", "lgroup": "⟮",
    ]

    /// The signs that close a pair.
    private static let closing: [String: String] = [
        "rbrace": "}", "}": "}", "rangle": "⟩", "rceil": "⌉", "rfloor": "⌋", "rvert": "|",
        "rVert": "‖", "rbrack": "]", "rrbracket": "⟧", "rgroup": "⟯",
    ]
}
