internal import Glibc

/// A null-terminated C array of strings.
final class CStrings {
    /// The pointers, including the terminating null pointer.
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
