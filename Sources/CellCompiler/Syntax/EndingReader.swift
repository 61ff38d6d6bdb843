internal import CellProtocol
internal import SwiftSyntax

/// A reader that decides whether a cell ends in an expression whose value should be shown.
enum EndingReader {
    /// Returns the ending of the last item, or `nil` if it is not an expression with a value.
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

    /// Returns an expression as an ending, or `nil` if it has no value.
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

    /// Returns whether an expression is only a directive to the compiler.
    private static func isDirective(_ expression: ExprSyntax) -> Bool {
        guard let macro = expression.as(MacroExpansionExprSyntax.self) else { return false }
        return macro.macroName.text == "warning" || macro.macroName.text == "error"
    }

    /// Returns the name of the called function, or `nil` if it is a member or a type.
    private static func freeFunction(calledBy expression: ExprSyntax) -> String? {
        let call = expression.as(FunctionCallExprSyntax.self)
        let name = call?.calledExpression.as(DeclReferenceExprSyntax.self)?.baseName.identifierText
        return name.flatMap { $0.first?.isUppercase == true ? nil : $0 }
    }

    /// Returns an expression without leading `try`, `await` and `unsafe`.
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

    /// Returns whether an expression is an assignment, which has no value.
    private static func isAssignment(_ expression: ExprSyntax) -> Bool {
        guard let sequence = withoutEffects(expression).as(SequenceExprSyntax.self) else {
            return false
        }
        return sequence.elements.contains { $0.is(AssignmentExprSyntax.self) }
    }

    /// Returns whether each branch of an `if` or `switch` is one expression, so that the whole may
    /// be one.
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

    /// Returns whether a branch is one expression with a value, or throws.
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
