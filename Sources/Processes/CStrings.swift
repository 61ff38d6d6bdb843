internal import Glibc

/// Strings in the form that C wants them: an array of pointers, ended by a null pointer.
final class CStrings {
    /// The pointers, the null pointer included.
    let pointers: UnsafeMutableBufferPointer<UnsafeMutablePointer<CChar>?>

    /// Copies some strings.
    init(_ strings: [String]) {
        pointers = .allocate(capacity: strings.count + 1)
        for (index, string) in strings.enumerated() {
            pointers.initializeElement(at: index, to: strdup(string))
        }
        pointers.initializeElement(at: strings.count, to: nil)
    }

    deinit {
        for pointer in pointers { free(pointer) }
        pointers.deallocate()
    }

    /// The address of the array.
    var base: UnsafePointer<UnsafeMutablePointer<CChar>?>? { UnsafePointer(pointers.baseAddress) }
}
