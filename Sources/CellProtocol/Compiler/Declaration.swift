/// A declaration at the top level of a cell.
public struct Declaration: Codable, Sendable, Hashable {
    /// What is declared.
    public enum Kind: String, Codable, Sendable, CaseIterable {
        /// A constant.
        case `let`
        /// A variable.
        case `var`
        /// A function.
        case function = "func"
        /// A structure.
        case structure = "struct"
        /// A class or an actor.
        case `class`
        /// An enumeration.
        case enumeration = "enum"
        /// A protocol.
        case `protocol`
        /// Another name for a type.
        case typeAlias = "typealias"
        /// An operator.
        case `operator`
        /// The rank of operators.
        case precedenceGroup = "precedencegroup"
        /// A macro.
        case macro
        /// Members and conformances for a type declared elsewhere.
        case `extension`

        /// Whether this declares a type's name.
        public var isType: Bool {
            switch self {
            case .structure, .class, .enumeration, .protocol, .typeAlias: true
            default: false
            }
        }

        /// Whether this declares a value by name.
        public var isVariable: Bool { self == .let || self == .var }
    }

    /// What is declared.
    public var kind: Kind

    /// The name; of an extension, the type that it extends.
    public var name: String

    /// The line of the name, counted from one.
    public var line: Int

    /// Where the whole declaration begins.
    public var offset: Int

    /// How long it is.
    public var length: Int

    /// Of a function, what tells it from others of its name; nothing for everything else.
    public var signature: FunctionSignature?

    /// Whether it is private to the cell.
    public var isPrivate = false

    /// Of a function, whether callers may ignore its result.
    public var hasDiscardableResult = false

    /// The names that its body, when it is called later, uses.
    public var uses: Set<String> = []

    /// Of a type or an extension, whether operators are declared in it, at any depth.
    public var declaresOperators = false

    /// Of an operator or a precedence group, the declaration on one line, without comments.
    public var text = ""

    /// Of an extension, its members.
    public var members: [Member] = []

    /// Of a type or an extension, the types in its inheritance clause.
    public var inheritedTypes: [Piece] = []

    /// Makes a description of a declaration.
    public init(kind: Kind, name: String, line: Int, offset: Int, length: Int) {
        self.kind = kind
        self.name = name
        self.line = line
        self.offset = offset
        self.length = length
    }

    /// What tells functions of one name apart.
    public struct FunctionSignature: Codable, Sendable, Hashable {
        /// The argument labels, `_` for none.
        public var labels: [String]
        /// The types of the parameters, without white space.
        public var parameterTypes: [String]
        /// Whether the function is generic, also by `some`.
        public var isGeneric: Bool

        /// Makes a signature.
        public init(labels: [String], parameterTypes: [String], isGeneric: Bool) {
            self.labels = labels
            self.parameterTypes = parameterTypes
            self.isGeneric = isGeneric
        }
    }

    /// A member of an extension.
    public struct Member: Codable, Sendable, Hashable {
        /// The name; `init` and `subscript` for those.
        public var name: String
        /// Of a function, initialiser or subscript, what tells it from others of its name.
        public var signature: FunctionSignature?
        /// Whether it belongs to the type and not to its values.
        public var isStatic: Bool
        /// Where it begins.
        public var offset: Int
        /// Where its modifiers begin, after its attributes.
        public var modifiersOffset: Int
        /// Whether its access is written out.
        public var hasAccessModifier: Bool

        /// Makes a description of a member.
        public init(
            name: String, signature: FunctionSignature?, isStatic: Bool, offset: Int,
            modifiersOffset: Int, hasAccessModifier: Bool
        ) {
            self.name = name
            self.signature = signature
            self.isStatic = isStatic
            self.offset = offset
            self.modifiersOffset = modifiersOffset
            self.hasAccessModifier = hasAccessModifier
        }
    }

    /// A piece of source.
    public struct Piece: Codable, Sendable, Hashable {
        /// The text, without white space.
        public var text: String
        /// Where it begins.
        public var offset: Int
        /// How long it is.
        public var length: Int

        /// Makes a description of a piece.
        public init(text: String, offset: Int, length: Int) {
            self.text = text
            self.offset = offset
            self.length = length
        }
    }
}
