internal import Display

/// Shows the value of the expression that a cell ends in; Unroll puts the call around it.
public func _showResult<Value>(_ value: Value) {
    guard Value.self != Void.self, Value.self != Void?.self else { return }
    CellEnvironment.host.showResult(mimeBundle(of: value))
}

/// Shows the type of an expression that a cell ends in and whose value cannot be copied.
@_disfavoredOverload
public func _showResult<Value: ~Copyable>(_ value: borrowing Value) {
    CellEnvironment.host.showResult(MIMEBundle(text: "\(Value.self)"))
}

/// Notes that an asynchronous cell has run to its end; Unroll puts the call there.
public func _cellDidEnd() {
    CellEnvironment.host.cellDidEnd()
}
