internal import CellProtocol
internal import SwiftSyntax

/// Decides whether a cell's last item is an expression whose value a person wants to see.
enum EndingReader {
    /// Returns the expression that the last item is, where it is one with a value.
    static func ending(of item: CodeBlockItemSyntax.Item) -> CellAnalysis.Ending? {
        switch item {
        case .expr(let expression):
            return ending(of: expression)
        case .stmt(let statement):
            guard let statement = statement.as(ExpressionStmtSyntax.self) else { return nil }
            return ending(of: statement.expression)
        default:
            return nil
        }
    }

    /// Returns an expression as an ending, where it has a value.
    private static func ending(of expression: ExprSyntax) -> CellAnalysis.Ending? {
        guard !isAssignment(expression), !isDirective(expression) else { return nil }
        let isConditional = expression.is(IfExprSyntax.self) || expression.is(SwitchExprSyntax.self)
        if isConditional, !hasValue(expression) { return nil }
        return CellAnalysis.Ending(
            offset: expression.startOffset,
            length: expression.endOffset - expression.startOffset,
            isConditional: isConditional,
            isCall: withoutEffects(expression).is(FunctionCallExprSyntax.self),
            freeFunction: freeFunction(calledBy: withoutEffects(expression)))
    }

    /// Whether an expression only tells the compiler to say something.
    private static func isDirective(_ expression: ExprSyntax) -> Bool {
        guard let macro = expression.as(MacroExpansionExprSyntax.self) else { return false }
        return macro.macroName.text == "warning" || macro.macroName.text == "error"
    }

    /// Returns the name of the function that an expression calls, where it is no member and no type.
    private static func freeFunction(calledBy expression: ExprSyntax) -> String? {
        let call = expression.as(FunctionCallExprSyntax.self)
        let name = call?.calledExpression.as(DeclReferenceExprSyntax.self)?.baseName.identifierText
        return name.flatMap { $0.first?.isUppercase == true ? nil : $0 }
    }

    /// Returns an expression without `try`, `await` and `unsafe` before it.
    private static func withoutEffects(_ expression: ExprSyntax) -> ExprSyntax {
        if let attempt = expression.as(TryExprSyntax.self) {
            return withoutEffects(attempt.expression)
        }
        if let wait = expression.as(AwaitExprSyntax.self) { return withoutEffects(wait.expression) }
        if let risk = expression.as(UnsafeExprSyntax.self) {
            return withoutEffects(risk.expression)
        }
        return expression
    }

    /// Whether an expression assigns and has no value.
    private static func isAssignment(_ expression: ExprSyntax) -> Bool {
        guard let sequence = withoutEffects(expression).as(SequenceExprSyntax.self) else {
            return false
        }
        return sequence.elements.contains { $0.is(AssignmentExprSyntax.self) }
    }

    /// Whether each branch of an `if` or `switch` is one expression, so that the whole may be one.
    private static func hasValue(_ expression: ExprSyntax) -> Bool {
        if let choice = expression.as(IfExprSyntax.self) {
            guard isOneExpression(choice.body.statements) else { return false }
            switch choice.elseBody {
            case .codeBlock(let block): return isOneExpression(block.statements)
            case .ifExpr(let next): return hasValue(ExprSyntax(next))
            default: return false
            }
        }
        guard let choice = expression.as(SwitchExprSyntax.self) else { return false }
        return choice.cases.allSatisfy { element in
            guard case .switchCase(let branch) = element else { return false }
            return isOneExpression(branch.statements)
        }
    }

    /// Whether a branch is one expression with a value, or leaves by `throw`.
    private static func isOneExpression(_ statements: CodeBlockItemListSyntax) -> Bool {
        guard statements.count == 1, let item = statements.first?.item else { return false }
        switch item {
        case .expr(let expression): return !isAssignment(expression)
        case .stmt(let statement):
            if statement.is(ThrowStmtSyntax.self) { return true }
            guard let nested = statement.as(ExpressionStmtSyntax.self) else { return false }
            return hasValue(nested.expression)
        default: return false
        }
    }
}
