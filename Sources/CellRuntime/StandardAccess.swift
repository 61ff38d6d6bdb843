// The standard library's accesses to elements under another name: in cells, those of the prelude
// take the place of the original ones.

extension Array {
    /// The element at an index, as the standard library accesses it.
    @_alwaysEmitIntoClient
    public subscript(_standard index: Int) -> Element {
        @_transparent get { self[index] }
        @_transparent _modify { yield &self[index] }
    }

    /// The elements of a range of indices, as the standard library accesses them.
    @_alwaysEmitIntoClient
    public subscript(_standard bounds: Range<Int>) -> ArraySlice<Element> {
        @_transparent get { self[bounds] }
        @_transparent set { self[bounds] = newValue }
    }
}

extension ArraySlice {
    /// The element at an index, as the standard library accesses it.
    @_alwaysEmitIntoClient
    public subscript(_standard index: Int) -> Element {
        @_transparent get { self[index] }
        @_transparent _modify { yield &self[index] }
    }

    /// The elements of a range of indices, as the standard library accesses them.
    @_alwaysEmitIntoClient
    public subscript(_standard bounds: Range<Int>) -> ArraySlice<Element> {
        @_transparent get { self[bounds] }
        @_transparent set { self[bounds] = newValue }
    }
}

extension ContiguousArray {
    /// The element at an index, as the standard library accesses it.
    @_alwaysEmitIntoClient
    public subscript(_standard index: Int) -> Element {
        @_transparent get { self[index] }
        @_transparent _modify { yield &self[index] }
    }

    /// The elements of a range of indices, as the standard library accesses them.
    @_alwaysEmitIntoClient
    public subscript(_standard bounds: Range<Int>) -> ArraySlice<Element> {
        @_transparent get { self[bounds] }
        @_transparent set { self[bounds] = newValue }
    }
}

extension String {
    /// The character at an index, as the standard library accesses it.
    @_alwaysEmitIntoClient
    public subscript(_standard index: Index) -> Character {
        @_transparent get { self[index] }
    }
}

extension Substring {
    /// The character at an index, as the standard library accesses it.
    @_alwaysEmitIntoClient
    public subscript(_standard index: Index) -> Character {
        @_transparent get { self[index] }
    }
}

extension Array {
    /// Removes the element at an index, as the standard library does.
    @_alwaysEmitIntoClient @inline(__always)
    public mutating func _standardRemove(at index: Int) -> Element { remove(at: index) }

    /// Inserts an element at an index, as the standard library does.
    @_alwaysEmitIntoClient @inline(__always)
    public mutating func _standardInsert(_ element: __owned Element, at index: Int) {
        insert(element, at: index)
    }

    /// Exchanges two elements, as the standard library does.
    @_alwaysEmitIntoClient @inline(__always)
    public mutating func _standardSwapAt(_ i: Int, _ j: Int) { swapAt(i, j) }
}
