public import CellRuntime

// In cells, these accesses to elements take the place of the standard library's, whose messages
// tell neither the index nor the number of elements. They add one comparison, which the optimizer
// merges with the standard library's own. Changes are not transparent, because what is inlined as
// early as that loses its line.

/// Ends the cell because an array has no element at an index.
@inline(never)
public func _indexIsOutOfRange(_ index: Int, _ indices: Range<Int>) -> Never {
    fatalError("Index out of range: the index is \(index), and \(described(indices))")
}

/// Ends the cell because an array does not have all indices of a range.
@inline(never)
public func _rangeIsOutOfRange(_ range: Range<Int>, _ indices: Range<Int>) -> Never {
    fatalError("Index out of range: the range is \(range), and \(described(indices))")
}

/// Ends the cell because a string has no character at an index.
@inline(never)
public func _indexIsOutOfBounds(_ isEnd: Bool, _ count: Int) -> Never {
    let characters = count == 1 ? "1 character" : "\(count) characters"
    fatalError(
        isEnd
            ? "String index is out of bounds: the index is endIndex, behind the last of "
                + characters
            : "String index is out of bounds: the index is that of another string; this one has "
                + characters)
}

/// Ends the cell because an element cannot be inserted at an index.
@inline(never)
public func _indexIsNoPlace(_ index: Int, _ count: Int) -> Never {
    fatalError(
        "Index out of range: the index is \(index), and an element can be inserted at 0 to \(count)"
    )
}

/// Ends the cell because a string has no character at a distance from an index.
@inline(never)
public func _offsetIsOutOfBounds(_ distance: Int, from start: Int, _ count: Int) -> Never {
    let characters = count == 1 ? "1 character" : "\(count) characters"
    fatalError(
        "String index is out of bounds: the offset is \(distance) from character \(start), and the "
            + "string has \(characters)")
}

/// Describes the indices of an array or a slice.
private func described(_ indices: Range<Int>) -> String {
    guard indices.lowerBound == 0 else {
        return indices.isEmpty
            ? "the slice is empty"
            : "the slice has the indices \(indices.lowerBound) to \(indices.upperBound - 1)"
    }
    switch indices.count {
    case 0: return "the array is empty"
    case 1: return "the array has 1 element, at index 0"
    default: return "the array has \(indices.count) elements"
    }
}

extension Array {
    /// Accesses the element at an index.
    @_alwaysEmitIntoClient
    public subscript(index: Int) -> Element {
        @_transparent get {
            if _slowPath(UInt(bitPattern: index) >= UInt(bitPattern: endIndex)) {
                _indexIsOutOfRange(index, startIndex..<endIndex)
            }
            return self[_standard: index]
        }
        @inline(__always) _modify {
            if _slowPath(UInt(bitPattern: index) >= UInt(bitPattern: endIndex)) {
                _indexIsOutOfRange(index, startIndex..<endIndex)
            }
            yield &self[_standard: index]
        }
    }

    /// Accesses the elements of a range of indices.
    @_alwaysEmitIntoClient
    public subscript(bounds: Range<Int>) -> ArraySlice<Element> {
        @_transparent get {
            if _slowPath(bounds.lowerBound < startIndex || bounds.upperBound > endIndex) {
                _rangeIsOutOfRange(bounds, startIndex..<endIndex)
            }
            return self[_standard: bounds]
        }
        @inline(__always) set {
            if _slowPath(bounds.lowerBound < startIndex || bounds.upperBound > endIndex) {
                _rangeIsOutOfRange(bounds, startIndex..<endIndex)
            }
            self[_standard: bounds] = newValue
        }
    }

    /// Accesses the elements of a range such as `1...3` or `2...`.
    @_alwaysEmitIntoClient
    public subscript<Bounds: RangeExpression<Int>>(range: Bounds) -> ArraySlice<Element> {
        @_transparent get { self[range.relative(to: self)] }
        @inline(__always) set { self[range.relative(to: self)] = newValue }
    }
}

extension ArraySlice {
    /// Accesses the element at an index.
    @_alwaysEmitIntoClient
    public subscript(index: Int) -> Element {
        @_transparent get {
            if _slowPath(index < startIndex || index >= endIndex) {
                _indexIsOutOfRange(index, startIndex..<endIndex)
            }
            return self[_standard: index]
        }
        @inline(__always) _modify {
            if _slowPath(index < startIndex || index >= endIndex) {
                _indexIsOutOfRange(index, startIndex..<endIndex)
            }
            yield &self[_standard: index]
        }
    }

    /// Accesses the elements of a range of indices.
    @_alwaysEmitIntoClient
    public subscript(bounds: Range<Int>) -> ArraySlice<Element> {
        @_transparent get {
            if _slowPath(bounds.lowerBound < startIndex || bounds.upperBound > endIndex) {
                _rangeIsOutOfRange(bounds, startIndex..<endIndex)
            }
            return self[_standard: bounds]
        }
        @inline(__always) set {
            if _slowPath(bounds.lowerBound < startIndex || bounds.upperBound > endIndex) {
                _rangeIsOutOfRange(bounds, startIndex..<endIndex)
            }
            self[_standard: bounds] = newValue
        }
    }

    /// Accesses the elements of a range such as `1...3` or `2...`.
    @_alwaysEmitIntoClient
    public subscript<Bounds: RangeExpression<Int>>(range: Bounds) -> ArraySlice<Element> {
        @_transparent get { self[range.relative(to: self)] }
        @inline(__always) set { self[range.relative(to: self)] = newValue }
    }
}

extension ContiguousArray {
    /// Accesses the element at an index.
    @_alwaysEmitIntoClient
    public subscript(index: Int) -> Element {
        @_transparent get {
            if _slowPath(UInt(bitPattern: index) >= UInt(bitPattern: endIndex)) {
                _indexIsOutOfRange(index, startIndex..<endIndex)
            }
            return self[_standard: index]
        }
        @inline(__always) _modify {
            if _slowPath(UInt(bitPattern: index) >= UInt(bitPattern: endIndex)) {
                _indexIsOutOfRange(index, startIndex..<endIndex)
            }
            yield &self[_standard: index]
        }
    }

    /// Accesses the elements of a range of indices.
    @_alwaysEmitIntoClient
    public subscript(bounds: Range<Int>) -> ArraySlice<Element> {
        @_transparent get {
            if _slowPath(bounds.lowerBound < startIndex || bounds.upperBound > endIndex) {
                _rangeIsOutOfRange(bounds, startIndex..<endIndex)
            }
            return self[_standard: bounds]
        }
        @inline(__always) set {
            if _slowPath(bounds.lowerBound < startIndex || bounds.upperBound > endIndex) {
                _rangeIsOutOfRange(bounds, startIndex..<endIndex)
            }
            self[_standard: bounds] = newValue
        }
    }

    /// Accesses the elements of a range such as `1...3` or `2...`.
    @_alwaysEmitIntoClient
    public subscript<Bounds: RangeExpression<Int>>(range: Bounds) -> ArraySlice<Element> {
        @_transparent get { self[range.relative(to: self)] }
        @inline(__always) set { self[range.relative(to: self)] = newValue }
    }
}

extension String {
    /// Accesses the character at an index.
    @_alwaysEmitIntoClient
    public subscript(index: Index) -> Character {
        @_transparent get {
            if _slowPath(index < startIndex || index >= endIndex) {
                _indexIsOutOfBounds(index == endIndex, count)
            }
            return self[_standard: index]
        }
    }

    /// Returns an index that is the specified distance from the given index.
    @_alwaysEmitIntoClient
    public func index(_ i: Index, offsetBy distance: Int) -> Index {
        let limit = distance < 0 ? startIndex : endIndex
        guard let result = index(i, offsetBy: distance, limitedBy: limit) else {
            _offsetIsOutOfBounds(distance, from: self.distance(from: startIndex, to: i), count)
        }
        return result
    }
}

extension Substring {
    /// Accesses the character at an index.
    @_alwaysEmitIntoClient
    public subscript(index: Index) -> Character {
        @_transparent get {
            if _slowPath(index < startIndex || index >= endIndex) {
                _indexIsOutOfBounds(index == endIndex, count)
            }
            return self[_standard: index]
        }
    }

    /// Returns an index that is the specified distance from the given index.
    @_alwaysEmitIntoClient
    public func index(_ i: Index, offsetBy distance: Int) -> Index {
        let limit = distance < 0 ? startIndex : endIndex
        guard let result = index(i, offsetBy: distance, limitedBy: limit) else {
            _offsetIsOutOfBounds(distance, from: self.distance(from: startIndex, to: i), count)
        }
        return result
    }
}

extension Array {
    /// Removes and returns the element at an index.
    @_alwaysEmitIntoClient @discardableResult
    public mutating func remove(at index: Int) -> Element {
        if _slowPath(index < 0 || index >= count) { _indexIsOutOfRange(index, 0..<count) }
        return _standardRemove(at: index)
    }

    /// Inserts an element at an index.
    @_alwaysEmitIntoClient
    public mutating func insert(_ newElement: __owned Element, at i: Int) {
        if _slowPath(i < 0 || i > count) { _indexIsNoPlace(i, count) }
        _standardInsert(newElement, at: i)
    }

    /// Exchanges the elements at two indices.
    @_alwaysEmitIntoClient @inline(__always)
    public mutating func swapAt(_ i: Int, _ j: Int) {
        if _slowPath(i < 0 || i >= count) { _indexIsOutOfRange(i, 0..<count) }
        if _slowPath(j < 0 || j >= count) { _indexIsOutOfRange(j, 0..<count) }
        _standardSwapAt(i, j)
    }
}
