/// Releases the value of a variable that has been replaced, and that no code can reach any longer;
/// Unroll inserts the call.
///
/// The variable may be a constant, which can neither be assigned to nor deinitialized. So the value
/// is copied, and the copy is destroyed twice: the second time for the variable.
@inline(never)
public func _releaseReplaced<Value>(_ value: Value) {
    let copy = UnsafeMutablePointer<Value>.allocate(capacity: 1)
    let original = UnsafeMutablePointer<Value>.allocate(capacity: 1)
    copy.initialize(to: value)
    UnsafeMutableRawPointer(original).copyMemory(from: copy, byteCount: MemoryLayout<Value>.size)
    copy.deinitialize(count: 1)
    original.deinitialize(count: 1)
    copy.deallocate()
    original.deallocate()
}

/// Does nothing: a value that cannot be copied stays in its variable.
@_disfavoredOverload
public func _releaseReplaced<Value: ~Copyable>(_ value: borrowing Value) {}
