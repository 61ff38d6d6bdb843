// The standard library's arithmetic under another name: in cells, that of the prelude takes the
// place of the original.

extension Int {
    /// The sum as the standard library computes it.
    @_transparent public static func _standardSum(_ a: Self, _ b: Self) -> Self { a + b }

    /// The difference as the standard library computes it.
    @_transparent public static func _standardDifference(_ a: Self, _ b: Self) -> Self { a - b }

    /// The product as the standard library computes it.
    @_transparent public static func _standardProduct(_ a: Self, _ b: Self) -> Self { a * b }
}

extension Int8 {
    /// The sum as the standard library computes it.
    @_transparent public static func _standardSum(_ a: Self, _ b: Self) -> Self { a + b }

    /// The difference as the standard library computes it.
    @_transparent public static func _standardDifference(_ a: Self, _ b: Self) -> Self { a - b }

    /// The product as the standard library computes it.
    @_transparent public static func _standardProduct(_ a: Self, _ b: Self) -> Self { a * b }
}

extension Int16 {
    /// The sum as the standard library computes it.
    @_transparent public static func _standardSum(_ a: Self, _ b: Self) -> Self { a + b }

    /// The difference as the standard library computes it.
    @_transparent public static func _standardDifference(_ a: Self, _ b: Self) -> Self { a - b }

    /// The product as the standard library computes it.
    @_transparent public static func _standardProduct(_ a: Self, _ b: Self) -> Self { a * b }
}

extension Int32 {
    /// The sum as the standard library computes it.
    @_transparent public static func _standardSum(_ a: Self, _ b: Self) -> Self { a + b }

    /// The difference as the standard library computes it.
    @_transparent public static func _standardDifference(_ a: Self, _ b: Self) -> Self { a - b }

    /// The product as the standard library computes it.
    @_transparent public static func _standardProduct(_ a: Self, _ b: Self) -> Self { a * b }
}

extension Int64 {
    /// The sum as the standard library computes it.
    @_transparent public static func _standardSum(_ a: Self, _ b: Self) -> Self { a + b }

    /// The difference as the standard library computes it.
    @_transparent public static func _standardDifference(_ a: Self, _ b: Self) -> Self { a - b }

    /// The product as the standard library computes it.
    @_transparent public static func _standardProduct(_ a: Self, _ b: Self) -> Self { a * b }
}

extension UInt {
    /// The sum as the standard library computes it.
    @_transparent public static func _standardSum(_ a: Self, _ b: Self) -> Self { a + b }

    /// The difference as the standard library computes it.
    @_transparent public static func _standardDifference(_ a: Self, _ b: Self) -> Self { a - b }

    /// The product as the standard library computes it.
    @_transparent public static func _standardProduct(_ a: Self, _ b: Self) -> Self { a * b }
}

extension UInt8 {
    /// The sum as the standard library computes it.
    @_transparent public static func _standardSum(_ a: Self, _ b: Self) -> Self { a + b }

    /// The difference as the standard library computes it.
    @_transparent public static func _standardDifference(_ a: Self, _ b: Self) -> Self { a - b }

    /// The product as the standard library computes it.
    @_transparent public static func _standardProduct(_ a: Self, _ b: Self) -> Self { a * b }
}

extension UInt16 {
    /// The sum as the standard library computes it.
    @_transparent public static func _standardSum(_ a: Self, _ b: Self) -> Self { a + b }

    /// The difference as the standard library computes it.
    @_transparent public static func _standardDifference(_ a: Self, _ b: Self) -> Self { a - b }

    /// The product as the standard library computes it.
    @_transparent public static func _standardProduct(_ a: Self, _ b: Self) -> Self { a * b }
}

extension UInt32 {
    /// The sum as the standard library computes it.
    @_transparent public static func _standardSum(_ a: Self, _ b: Self) -> Self { a + b }

    /// The difference as the standard library computes it.
    @_transparent public static func _standardDifference(_ a: Self, _ b: Self) -> Self { a - b }

    /// The product as the standard library computes it.
    @_transparent public static func _standardProduct(_ a: Self, _ b: Self) -> Self { a * b }
}

extension UInt64 {
    /// The sum as the standard library computes it.
    @_transparent public static func _standardSum(_ a: Self, _ b: Self) -> Self { a + b }

    /// The difference as the standard library computes it.
    @_transparent public static func _standardDifference(_ a: Self, _ b: Self) -> Self { a - b }

    /// The product as the standard library computes it.
    @_transparent public static func _standardProduct(_ a: Self, _ b: Self) -> Self { a * b }
}
