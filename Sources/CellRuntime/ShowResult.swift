internal import Display

/// Shows the value of a cell's last expression; Unroll inserts the call.
public func _showResult<Value>(_ value: Value) {
    guard Value.self != Void.self, Value.self != Void?.self else { return }
    CellEnvironment.host.showResult(mimeBundle(of: value))
}

/// Shows the type of a cell's last expression if its value cannot be copied; Unroll inserts the
/// call.
@_disfavoredOverload
public func _showResult<Value: ~Copyable>(_ value: borrowing Value) {
    CellEnvironment.host.showResult(MIMEBundle(text: "\(Value.self)"))
}

/// Reports that an asynchronous cell has run to its end; Unroll inserts the call.
public func _cellDidEnd() {
    CellEnvironment.host.cellDidEnd()
}
