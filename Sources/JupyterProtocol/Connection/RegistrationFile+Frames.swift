internal import JSON

extension RegistrationFile {
    /// The frame between the identities and the signature.
    private static let delimiter = Array("<IDS|MSG>".utf8)

    /// The content with which a launcher acknowledges the ports.
    private static let acknowledgement = Array("ACK".utf8)

    /// The signer of the frames.
    private var signer: Signer { Signer(key: key, scheme: signatureScheme) }

    /// Returns the frames with which a kernel announces its ports.
    public func announcement(of ports: KernelPorts) -> [[UInt8]] {
        var content: JSONObject = ["kernel_id": .string(kernelID)]
        for channel in KernelChannel.allCases {
            content[channel.portKey] = .string(String(ports[channel]))
        }
        return signed(JSONValue.object(content).bytes())
    }

    /// Returns the frames with which a launcher acknowledges the ports.
    public func acknowledgement() -> [[UInt8]] { signed(Self.acknowledgement) }

    /// Reads the ports that a kernel has announced, as its launcher.
    ///
    /// - Throws: `JupyterProtocolError` if the frames come from another kernel, or are not signed
    ///   correctly.
    public func ports(announcedBy frames: [[UInt8]]) throws(JupyterProtocolError) -> KernelPorts {
        let fields = try ConnectionFields(parsing: try verifiedContent(of: frames))
        let sender = try fields.string("kernel_id")
        guard sender == kernelID else {
            throw .malformedConnection(
                problem: "kernel_id should be \(kernelID), but is \(sender)")
        }
        var ports = KernelPorts()
        for channel in KernelChannel.allCases {
            ports[channel] = try fields.port(channel.portKey)
        }
        return ports
    }

    /// Checks a launcher's acknowledgement.
    ///
    /// - Throws: `JupyterProtocolError` if the frames have another content, or are not signed
    ///   correctly.
    public func checkAcknowledgement(_ frames: [[UInt8]]) throws(JupyterProtocolError) {
        guard try verifiedContent(of: frames) == Self.acknowledgement else {
            throw .malformedMessage(problem: "the launcher's answer is not ACK")
        }
    }

    /// Returns the frames of a content, with the delimiter and the signature.
    private func signed(_ content: [UInt8]) -> [[UInt8]] {
        [Self.delimiter, signer.signature(of: [content]), content]
    }

    /// Returns the content after the delimiter and the verified signature.
    private func verifiedContent(of frames: [[UInt8]]) throws(JupyterProtocolError) -> [UInt8] {
        guard let position = frames.firstIndex(of: Self.delimiter), frames.count == position + 3
        else {
            throw .malformedMessage(problem: "2 frames should follow <IDS|MSG> in a registration")
        }
        guard signer.accepts(frames[position + 1], of: [frames[position + 2]]) else {
            throw .invalidSignature
        }
        return frames[position + 2]
    }
}
