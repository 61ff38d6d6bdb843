package import CellProtocol
internal import SwiftParser
internal import SwiftSyntax

/// An analyzer that extracts from a cell's syntax what planning and compilation need.
///
/// Syntax is sufficient: the session's table of names and, finally, the compiler decide what a name
/// refers to.
package struct CellAnalyzer {
    /// The source of the cell.
    private let source: String

    /// The positions of its lines.
    private let lines: LineTable

    /// The language mode.
    private let mode: LanguageMode

    /// Creates an analyzer for a cell.
    package init(source: String, mode: LanguageMode = .five) {
        self.source = source
        self.mode = mode
        lines = LineTable(source)
    }

    /// Returns the cell's declarations, the names that it mentions, and its ending.
    package func analysis() -> CellAnalysis {
        let file = ActiveSource(source, mode: mode).parsed
        var analysis = CellAnalysis()
        analysis.languageMode = mode
        analysis.isBlank = file.firstToken(viewMode: .all)?.tokenKind == .endOfFile
        analysis.hasSyntaxErrors = file.hasError
        for item in file.statements { read(item.item, into: &analysis) }
        collectMentions(of: file, into: &analysis)
        analysis.ending = file.statements.last.flatMap { EndingReader.ending(of: $0.item) }
        let features = FeatureFinder(viewMode: .sourceAccurate)
        features.walk(file)
        analysis.isAsync = features.awaitsAtTopLevel
        analysis.hasLoopsOrFunctions = features.hasLoopsOrFunctions
        analysis.storesState = features.storesState || !analysis.guardBindings.isEmpty
        analysis.declaresSubclass = features.declaresSubclass
        analysis.columns = features.columns
        return analysis
    }

    /// Analyzes an item at the top level.
    private func read(_ item: CodeBlockItemSyntax.Item, into analysis: inout CellAnalysis) {
        switch item {
        case .decl(let declaration):
            if let statement = declaration.as(ImportDeclSyntax.self) {
                analysis.imports.append(Self.importStatement(statement))
            } else {
                let reader = DeclarationReader(lines: lines)
                analysis.declarations += reader.declarations(of: declaration)
                analysis.variableKeywords += reader.variableKeywords(of: declaration)
            }
        case .stmt(let statement):
            // A `guard` at the top level declares global variables.
            guard let statement = statement.as(GuardStmtSyntax.self) else { return }
            analysis.declarations += DeclarationReader(lines: lines).declarations(of: statement)
        default: break
        }
    }

    /// Returns an import statement.
    private static func importStatement(
        _ statement: ImportDeclSyntax
    ) -> CellAnalysis.ImportStatement {
        CellAnalysis.ImportStatement(
            text: statement.trimmedDescription,
            module: statement.path.first?.name.identifierText ?? "")
    }

    /// Collects the names that the cell mentions, and the ones that its declarations use when
    /// called later.
    private func collectMentions(
        of file: SourceFileSyntax, into analysis: inout CellAnalysis
    ) {
        let variables = Dictionary(
            analysis.declarations.filter(\.kind.isVariable).map { ($0.name, $0) },
            uniquingKeysWith: { first, _ in first })
        let mentions = MentionCollector(topLevelVariables: variables)
        mentions.walk(file)
        analysis.mentions = mentions.names
        analysis.memberMentions = mentions.memberNames
        analysis.operators = mentions.operators
        analysis.earlyMentions = mentions.earlyMentions
        analysis.resultMentions = mentions.resultMentions
        analysis.guardBindings = mentions.guardBindings
        analysis.capturedNames = mentions.capturedNames
        analysis.hasAutoclosures = mentions.hasAutoclosures
        for index in analysis.declarations.indices {
            let uses = mentions.uses(in: analysis.declarations[index])
            analysis.declarations[index].uses = uses
        }
    }
}

extension TokenSyntax {
    /// The token's text without the backticks of an escaped keyword.
    var identifierText: String {
        let text = text
        guard text.count > 2, text.hasPrefix("`"), text.hasSuffix("`") else { return text }
        return String(text.dropFirst().dropLast())
    }

    /// Indicates whether the token is a name that could be declared somewhere.
    var isName: Bool {
        switch tokenKind {
        case .identifier, .binaryOperator, .prefixOperator, .postfixOperator: presence == .present
        default: false
        }
    }
}

extension SyntaxProtocol {
    /// The start of the node without preceding comments, in UTF-8 bytes.
    var startOffset: Int { positionAfterSkippingLeadingTrivia.utf8Offset }

    /// The end of the node without following comments, in UTF-8 bytes.
    var endOffset: Int { endPositionBeforeTrailingTrivia.utf8Offset }

    /// The node's text without white space.
    var compactText: String { trimmedDescription.filter { !$0.isWhitespace } }
}
