/// Releases the value of a variable that has been replaced, and that no code can reach any longer;
/// Unroll inserts the call.
///
/// The variable may be a constant, which can neither be assigned to nor deinitialized. So the value
/// is copied, and the copy is destroyed twice: the second time for the variable. A function is no
/// copy of the variable's, but one that calls it, and stays with what it has captured.
@inline(never)
public func _releaseReplaced<Value>(_ value: Value) {
    guard !TypeShape(of: Value.self).holdsFunctions else { return }
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

/// The shape of a type, as far as it decides whether a value is converted when it becomes generic.
private struct TypeShape {
    /// The words of the type's description at run time.
    private let words: UnsafePointer<UInt>

    /// The kinds of descriptions that matter here.
    private enum Kind {
        static let tuple: UInt = 0x301
        static let function: UInt = 0x302
    }

    /// Reads the description of a type.
    init(of type: Any.Type) { words = unsafeBitCast(type, to: UnsafePointer<UInt>.self) }

    /// Indicates whether this is the type of a function, or of a tuple with one.
    var holdsFunctions: Bool {
        switch words[0] {
        case Kind.function: true
        case Kind.tuple: elements.contains { TypeShape(of: $0).holdsFunctions }
        default: false
        }
    }

    /// The types of a tuple's elements: after the kind, their number and their labels, there are the
    /// type and the offset of each.
    private var elements: [Any.Type] {
        (0..<Int(words[1])).map { unsafeBitCast(words[3 + 2 * $0], to: Any.Type.self) }
    }
}
