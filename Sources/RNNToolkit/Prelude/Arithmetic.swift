public import CellRuntime

// In cells, these operators take the place of the standard library's, whose overflow tells neither
// the operation nor its operands.

/// Ends the cell because the result of an operation does not fit its type.
@inline(never)
public func _doesNotFit<Number: FixedWidthInteger>(
    _ a: Number, _ operation: StaticString, _ b: Number
) -> Never {
    let second = b < 0 ? "(\(b))" : "\(b)"
    fatalError("Arithmetic overflow: \(a) \(operation) \(second) does not fit \(Number.self)")
}

extension Int {
    /// The sum; one that does not fit ends the cell.
    @_transparent public static func + (lhs: Self, rhs: Self) -> Self {
        if _slowPath(lhs.addingReportingOverflow(rhs).overflow) { _doesNotFit(lhs, "+", rhs) }
        return _standardSum(lhs, rhs)
    }

    /// Changes a number to the sum; one that does not fit ends the cell.
    @_transparent public static func += (lhs: inout Self, rhs: Self) { lhs = lhs + rhs }

    /// The difference; one that does not fit ends the cell.
    @_transparent public static func - (lhs: Self, rhs: Self) -> Self {
        if _slowPath(lhs.subtractingReportingOverflow(rhs).overflow) { _doesNotFit(lhs, "-", rhs) }
        return _standardDifference(lhs, rhs)
    }

    /// Changes a number to the difference; one that does not fit ends the cell.
    @_transparent public static func -= (lhs: inout Self, rhs: Self) { lhs = lhs - rhs }

    /// The product; one that does not fit ends the cell.
    @_transparent public static func * (lhs: Self, rhs: Self) -> Self {
        if _slowPath(lhs.multipliedReportingOverflow(by: rhs).overflow) {
            _doesNotFit(lhs, "*", rhs)
        }
        return _standardProduct(lhs, rhs)
    }

    /// Changes a number to the product; one that does not fit ends the cell.
    @_transparent public static func *= (lhs: inout Self, rhs: Self) { lhs = lhs * rhs }
}

extension Int8 {
    /// The sum; one that does not fit ends the cell.
    @_transparent public static func + (lhs: Self, rhs: Self) -> Self {
        if _slowPath(lhs.addingReportingOverflow(rhs).overflow) { _doesNotFit(lhs, "+", rhs) }
        return _standardSum(lhs, rhs)
    }

    /// Changes a number to the sum; one that does not fit ends the cell.
    @_transparent public static func += (lhs: inout Self, rhs: Self) { lhs = lhs + rhs }

    /// The difference; one that does not fit ends the cell.
    @_transparent public static func - (lhs: Self, rhs: Self) -> Self {
        if _slowPath(lhs.subtractingReportingOverflow(rhs).overflow) { _doesNotFit(lhs, "-", rhs) }
        return _standardDifference(lhs, rhs)
    }

    /// Changes a number to the difference; one that does not fit ends the cell.
    @_transparent public static func -= (lhs: inout Self, rhs: Self) { lhs = lhs - rhs }

    /// The product; one that does not fit ends the cell.
    @_transparent public static func * (lhs: Self, rhs: Self) -> Self {
        if _slowPath(lhs.multipliedReportingOverflow(by: rhs).overflow) {
            _doesNotFit(lhs, "*", rhs)
        }
        return _standardProduct(lhs, rhs)
    }

    /// Changes a number to the product; one that does not fit ends the cell.
    @_transparent public static func *= (lhs: inout Self, rhs: Self) { lhs = lhs * rhs }
}

extension Int16 {
    /// The sum; one that does not fit ends the cell.
    @_transparent public static func + (lhs: Self, rhs: Self) -> Self {
        if _slowPath(lhs.addingReportingOverflow(rhs).overflow) { _doesNotFit(lhs, "+", rhs) }
        return _standardSum(lhs, rhs)
    }

    /// Changes a number to the sum; one that does not fit ends the cell.
    @_transparent public static func += (lhs: inout Self, rhs: Self) { lhs = lhs + rhs }

    /// The difference; one that does not fit ends the cell.
    @_transparent public static func - (lhs: Self, rhs: Self) -> Self {
        if _slowPath(lhs.subtractingReportingOverflow(rhs).overflow) { _doesNotFit(lhs, "-", rhs) }
        return _standardDifference(lhs, rhs)
    }

    /// Changes a number to the difference; one that does not fit ends the cell.
    @_transparent public static func -= (lhs: inout Self, rhs: Self) { lhs = lhs - rhs }

    /// The product; one that does not fit ends the cell.
    @_transparent public static func * (lhs: Self, rhs: Self) -> Self {
        if _slowPath(lhs.multipliedReportingOverflow(by: rhs).overflow) {
            _doesNotFit(lhs, "*", rhs)
        }
        return _standardProduct(lhs, rhs)
    }

    /// Changes a number to the product; one that does not fit ends the cell.
    @_transparent public static func *= (lhs: inout Self, rhs: Self) { lhs = lhs * rhs }
}

extension Int32 {
    /// The sum; one that does not fit ends the cell.
    @_transparent public static func + (lhs: Self, rhs: Self) -> Self {
        if _slowPath(lhs.addingReportingOverflow(rhs).overflow) { _doesNotFit(lhs, "+", rhs) }
        return _standardSum(lhs, rhs)
    }

    /// Changes a number to the sum; one that does not fit ends the cell.
    @_transparent public static func += (lhs: inout Self, rhs: Self) { lhs = lhs + rhs }

    /// The difference; one that does not fit ends the cell.
    @_transparent public static func - (lhs: Self, rhs: Self) -> Self {
        if _slowPath(lhs.subtractingReportingOverflow(rhs).overflow) { _doesNotFit(lhs, "-", rhs) }
        return _standardDifference(lhs, rhs)
    }

    /// Changes a number to the difference; one that does not fit ends the cell.
    @_transparent public static func -= (lhs: inout Self, rhs: Self) { lhs = lhs - rhs }

    /// The product; one that does not fit ends the cell.
    @_transparent public static func * (lhs: Self, rhs: Self) -> Self {
        if _slowPath(lhs.multipliedReportingOverflow(by: rhs).overflow) {
            _doesNotFit(lhs, "*", rhs)
        }
        return _standardProduct(lhs, rhs)
    }

    /// Changes a number to the product; one that does not fit ends the cell.
    @_transparent public static func *= (lhs: inout Self, rhs: Self) { lhs = lhs * rhs }
}

extension Int64 {
    /// The sum; one that does not fit ends the cell.
    @_transparent public static func + (lhs: Self, rhs: Self) -> Self {
        if _slowPath(lhs.addingReportingOverflow(rhs).overflow) { _doesNotFit(lhs, "+", rhs) }
        return _standardSum(lhs, rhs)
    }

    /// Changes a number to the sum; one that does not fit ends the cell.
    @_transparent public static func += (lhs: inout Self, rhs: Self) { lhs = lhs + rhs }

    /// The difference; one that does not fit ends the cell.
    @_transparent public static func - (lhs: Self, rhs: Self) -> Self {
        if _slowPath(lhs.subtractingReportingOverflow(rhs).overflow) { _doesNotFit(lhs, "-", rhs) }
        return _standardDifference(lhs, rhs)
    }

    /// Changes a number to the difference; one that does not fit ends the cell.
    @_transparent public static func -= (lhs: inout Self, rhs: Self) { lhs = lhs - rhs }

    /// The product; one that does not fit ends the cell.
    @_transparent public static func * (lhs: Self, rhs: Self) -> Self {
        if _slowPath(lhs.multipliedReportingOverflow(by: rhs).overflow) {
            _doesNotFit(lhs, "*", rhs)
        }
        return _standardProduct(lhs, rhs)
    }

    /// Changes a number to the product; one that does not fit ends the cell.
    @_transparent public static func *= (lhs: inout Self, rhs: Self) { lhs = lhs * rhs }
}

extension UInt {
    /// The sum; one that does not fit ends the cell.
    @_transparent public static func + (lhs: Self, rhs: Self) -> Self {
        if _slowPath(lhs.addingReportingOverflow(rhs).overflow) { _doesNotFit(lhs, "+", rhs) }
        return _standardSum(lhs, rhs)
    }

    /// Changes a number to the sum; one that does not fit ends the cell.
    @_transparent public static func += (lhs: inout Self, rhs: Self) { lhs = lhs + rhs }

    /// The difference; one that does not fit ends the cell.
    @_transparent public static func - (lhs: Self, rhs: Self) -> Self {
        if _slowPath(lhs.subtractingReportingOverflow(rhs).overflow) { _doesNotFit(lhs, "-", rhs) }
        return _standardDifference(lhs, rhs)
    }

    /// Changes a number to the difference; one that does not fit ends the cell.
    @_transparent public static func -= (lhs: inout Self, rhs: Self) { lhs = lhs - rhs }

    /// The product; one that does not fit ends the cell.
    @_transparent public static func * (lhs: Self, rhs: Self) -> Self {
        if _slowPath(lhs.multipliedReportingOverflow(by: rhs).overflow) {
            _doesNotFit(lhs, "*", rhs)
        }
        return _standardProduct(lhs, rhs)
    }

    /// Changes a number to the product; one that does not fit ends the cell.
    @_transparent public static func *= (lhs: inout Self, rhs: Self) { lhs = lhs * rhs }
}

extension UInt8 {
    /// The sum; one that does not fit ends the cell.
    @_transparent public static func + (lhs: Self, rhs: Self) -> Self {
        if _slowPath(lhs.addingReportingOverflow(rhs).overflow) { _doesNotFit(lhs, "+", rhs) }
        return _standardSum(lhs, rhs)
    }

    /// Changes a number to the sum; one that does not fit ends the cell.
    @_transparent public static func += (lhs: inout Self, rhs: Self) { lhs = lhs + rhs }

    /// The difference; one that does not fit ends the cell.
    @_transparent public static func - (lhs: Self, rhs: Self) -> Self {
        if _slowPath(lhs.subtractingReportingOverflow(rhs).overflow) { _doesNotFit(lhs, "-", rhs) }
        return _standardDifference(lhs, rhs)
    }

    /// Changes a number to the difference; one that does not fit ends the cell.
    @_transparent public static func -= (lhs: inout Self, rhs: Self) { lhs = lhs - rhs }

    /// The product; one that does not fit ends the cell.
    @_transparent public static func * (lhs: Self, rhs: Self) -> Self {
        if _slowPath(lhs.multipliedReportingOverflow(by: rhs).overflow) {
            _doesNotFit(lhs, "*", rhs)
        }
        return _standardProduct(lhs, rhs)
    }

    /// Changes a number to the product; one that does not fit ends the cell.
    @_transparent public static func *= (lhs: inout Self, rhs: Self) { lhs = lhs * rhs }
}

extension UInt16 {
    /// The sum; one that does not fit ends the cell.
    @_transparent public static func + (lhs: Self, rhs: Self) -> Self {
        if _slowPath(lhs.addingReportingOverflow(rhs).overflow) { _doesNotFit(lhs, "+", rhs) }
        return _standardSum(lhs, rhs)
    }

    /// Changes a number to the sum; one that does not fit ends the cell.
    @_transparent public static func += (lhs: inout Self, rhs: Self) { lhs = lhs + rhs }

    /// The difference; one that does not fit ends the cell.
    @_transparent public static func - (lhs: Self, rhs: Self) -> Self {
        if _slowPath(lhs.subtractingReportingOverflow(rhs).overflow) { _doesNotFit(lhs, "-", rhs) }
        return _standardDifference(lhs, rhs)
    }

    /// Changes a number to the difference; one that does not fit ends the cell.
    @_transparent public static func -= (lhs: inout Self, rhs: Self) { lhs = lhs - rhs }

    /// The product; one that does not fit ends the cell.
    @_transparent public static func * (lhs: Self, rhs: Self) -> Self {
        if _slowPath(lhs.multipliedReportingOverflow(by: rhs).overflow) {
            _doesNotFit(lhs, "*", rhs)
        }
        return _standardProduct(lhs, rhs)
    }

    /// Changes a number to the product; one that does not fit ends the cell.
    @_transparent public static func *= (lhs: inout Self, rhs: Self) { lhs = lhs * rhs }
}

extension UInt32 {
    /// The sum; one that does not fit ends the cell.
    @_transparent public static func + (lhs: Self, rhs: Self) -> Self {
        if _slowPath(lhs.addingReportingOverflow(rhs).overflow) { _doesNotFit(lhs, "+", rhs) }
        return _standardSum(lhs, rhs)
    }

    /// Changes a number to the sum; one that does not fit ends the cell.
    @_transparent public static func += (lhs: inout Self, rhs: Self) { lhs = lhs + rhs }

    /// The difference; one that does not fit ends the cell.
    @_transparent public static func - (lhs: Self, rhs: Self) -> Self {
        if _slowPath(lhs.subtractingReportingOverflow(rhs).overflow) { _doesNotFit(lhs, "-", rhs) }
        return _standardDifference(lhs, rhs)
    }

    /// Changes a number to the difference; one that does not fit ends the cell.
    @_transparent public static func -= (lhs: inout Self, rhs: Self) { lhs = lhs - rhs }

    /// The product; one that does not fit ends the cell.
    @_transparent public static func * (lhs: Self, rhs: Self) -> Self {
        if _slowPath(lhs.multipliedReportingOverflow(by: rhs).overflow) {
            _doesNotFit(lhs, "*", rhs)
        }
        return _standardProduct(lhs, rhs)
    }

    /// Changes a number to the product; one that does not fit ends the cell.
    @_transparent public static func *= (lhs: inout Self, rhs: Self) { lhs = lhs * rhs }
}

extension UInt64 {
    /// The sum; one that does not fit ends the cell.
    @_transparent public static func + (lhs: Self, rhs: Self) -> Self {
        if _slowPath(lhs.addingReportingOverflow(rhs).overflow) { _doesNotFit(lhs, "+", rhs) }
        return _standardSum(lhs, rhs)
    }

    /// Changes a number to the sum; one that does not fit ends the cell.
    @_transparent public static func += (lhs: inout Self, rhs: Self) { lhs = lhs + rhs }

    /// The difference; one that does not fit ends the cell.
    @_transparent public static func - (lhs: Self, rhs: Self) -> Self {
        if _slowPath(lhs.subtractingReportingOverflow(rhs).overflow) { _doesNotFit(lhs, "-", rhs) }
        return _standardDifference(lhs, rhs)
    }

    /// Changes a number to the difference; one that does not fit ends the cell.
    @_transparent public static func -= (lhs: inout Self, rhs: Self) { lhs = lhs - rhs }

    /// The product; one that does not fit ends the cell.
    @_transparent public static func * (lhs: Self, rhs: Self) -> Self {
        if _slowPath(lhs.multipliedReportingOverflow(by: rhs).overflow) {
            _doesNotFit(lhs, "*", rhs)
        }
        return _standardProduct(lhs, rhs)
    }

    /// Changes a number to the product; one that does not fit ends the cell.
    @_transparent public static func *= (lhs: inout Self, rhs: Self) { lhs = lhs * rhs }
}
