/// A declaration at the top level of a cell.
public struct Declaration: Codable, Sendable, Hashable {
    /// The kind of a declaration.
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
        /// A type alias.
        case typeAlias = "typealias"
        /// An operator.
        case `operator`
        /// A precedence group.
        case precedenceGroup = "precedencegroup"
        /// A macro.
        case macro
        /// An extension.
        case `extension`

        /// Indicates whether the declaration introduces a type.
        public var isType: Bool {
            switch self {
            case .structure, .class, .enumeration, .protocol, .typeAlias: true
            default: false
            }
        }

        /// Indicates whether the declaration introduces a value.
        public var isVariable: Bool { self == .let || self == .var }
    }

    /// The kind.
    public var kind: Kind

    /// The name, or the extended type of an extension.
    public var name: String

    /// The line number of the name, starting at one.
    public var line: Int

    /// The offset of the whole declaration.
    public var offset: Int

    /// The length of the whole declaration.
    public var length: Int

    /// The signature of a function, which distinguishes overloads; `nil` for all other kinds.
    public var signature: FunctionSignature?

    /// Indicates whether the declaration is private to the cell.
    public var isPrivate = false

    /// Indicates whether the result of a function is discardable.
    public var hasDiscardableResult = false

    /// Indicates whether the declaration is a variable that certainly stores and owns its value,
    /// and whose value may need memory of its own.
    public var ownsMemory = false

    /// The names that the body uses when it is called later.
    public var uses: Set<String> = []

    /// Indicates whether a type or an extension declares operators at any depth.
    public var declaresOperators = false

    /// Indicates whether a type is generic and cannot be copied.
    public var isNoncopyableGeneric = false

    /// The text of an operator or a precedence group on one line, without comments, or the type that
    /// an alias without parameters stands for.
    public var text = ""

    /// The members of a type or an extension.
    public var members: [Member] = []

    /// The types in the inheritance clause of a type or an extension.
    public var inheritedTypes: [Piece] = []

    /// Creates a description of a declaration.
    public init(kind: Kind, name: String, line: Int, offset: Int, length: Int) {
        self.kind = kind
        self.name = name
        self.line = line
        self.offset = offset
        self.length = length
    }

    /// The signature that distinguishes a function from its overloads.
    public struct FunctionSignature: Codable, Sendable, Hashable {
        /// The argument labels, `_` for none.
        public var labels: [String]
        /// The types of the parameters, each in one spelling of several.
        public var parameterTypes: [String]
        /// Indicates whether the function is generic, also by `some`.
        public var isGeneric: Bool
        /// Whether the function is for a prefix or a postfix operator; empty for all others.
        public var fixity = ""

        /// Creates a signature.
        public init(
            labels: [String], parameterTypes: [String], isGeneric: Bool, fixity: String = ""
        ) {
            self.labels = labels
            self.fixity = fixity
            self.parameterTypes = parameterTypes
            self.isGeneric = isGeneric
        }
    }

    /// A member of a type or an extension.
    public struct Member: Codable, Sendable, Hashable {
        /// The name; `init` and `subscript` for those.
        public var name: String
        /// The signature of a function, initializer or subscript, which distinguishes overloads.
        public var signature: FunctionSignature?
        /// Indicates whether the member belongs to the type rather than to its values.
        public var isStatic: Bool
        /// Indicates whether the member is a type, of which there are no overloads.
        public var isType: Bool
        /// The constraints under which the type has the member.
        public var constraints: [String]
        /// The offset of the member.
        public var offset: Int
        /// The offset of its modifiers, after its attributes.
        public var modifiersOffset: Int
        /// Indicates whether the member has an access modifier.
        public var hasAccessModifier: Bool

        /// Creates a description of a member.
        public init(
            name: String, signature: FunctionSignature?, isStatic: Bool,
            isType: Bool = false, constraints: [String] = [], offset: Int, modifiersOffset: Int,
            hasAccessModifier: Bool
        ) {
            self.isType = isType
            self.name = name
            self.signature = signature
            self.isStatic = isStatic
            self.constraints = constraints
            self.offset = offset
            self.modifiersOffset = modifiersOffset
            self.hasAccessModifier = hasAccessModifier
        }
    }

    /// A piece of source.
    public struct Piece: Codable, Sendable, Hashable {
        /// The text, without white space.
        public var text: String
        /// The offset of the piece.
        public var offset: Int
        /// The length of the piece.
        public var length: Int

        /// Creates a description of a piece.
        public init(text: String, offset: Int, length: Int) {
            self.text = text
            self.offset = offset
            self.length = length
        }
    }
}
