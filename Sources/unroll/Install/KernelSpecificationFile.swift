internal import JSON

/// The description of the kernel that Jupyter reads, made for one place.
struct KernelSpecificationFile {
    /// The description as it stands in the clone, whose program is to be found on the `PATH`.
    let template: JSONObject

    /// Reads a description.
    ///
    /// - Throws: `CommandFailure`, where it is not an object.
    init(parsing bytes: [UInt8]) throws(CommandFailure) {
        guard let value = try? JSONValue(parsing: bytes), case .object(let object) = value else {
            throw CommandFailure(
                "could not read kernel.json: it is not an object; clone or install Unroll again",
                code: ExitStatus.badInput)
        }
        template = object
    }

    /// Returns the description for a program.
    ///
    /// - Parameter encrypts: whether the library for sockets on this machine can encrypt; a client
    ///   that is told so and then cannot would wait in vain.
    func text(program: String, encrypts: Bool) -> String {
        var object = template
        if case .array(let arguments) = object["argv"] {
            object["argv"] = .array([.string(program)] + arguments.dropFirst())
        }
        if !encrypts, case .object(var metadata) = object["metadata"] {
            metadata["supported_encryption"] = nil
            object["metadata"] = .object(metadata)
        }
        return JSONValue.object(object).text(style: .notebook) + "\n"
    }
}
