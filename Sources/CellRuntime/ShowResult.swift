internal import Display

/// Shows the value of a cell's last expression; Unroll inserts the call.
public func _showResult<Value>(_ value: Value) {
    guard Value.self != Void.self, Value.self != Void?.self else { return }
    let host = CellEnvironment.host
    if let keeping = host.resultKeeping {
        KeptResults.shared.keep(value, ofCell: keeping.cell, atMost: keeping.limit)
    }
    host.showResult(mimeBundle(of: value), type: SpelledType(Value.self).text)
}

/// Shows the type of a cell's last expression if its value cannot be copied; Unroll inserts the
/// call.
@_disfavoredOverload
public func _showResult<Value: ~Copyable>(_ value: borrowing Value) {
    CellEnvironment.host.showResult(MIMEBundle(text: "\(Value.self)"), type: nil)
}

/// Reports that an asynchronous cell has run to its end; Unroll inserts the call.
public func _cellDidEnd() {
    CellEnvironment.host.cellDidEnd()
}
