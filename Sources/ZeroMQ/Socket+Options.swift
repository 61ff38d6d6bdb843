internal import CZeroMQ

extension Socket {
    /// Sets all options, which must be done before binding or connecting.
    func apply(_ options: SocketOptions) throws(ZeroMQError) {
        if let identity = options.identity { try set(ZMQ_ROUTING_ID, to: identity) }
        let forEver: Int32 = -1
        let withoutLimit: Int32 = 0
        try set(ZMQ_LINGER, to: options.linger?.wholeMilliseconds ?? forEver)
        try set(ZMQ_SNDHWM, to: options.highWaterMark ?? withoutLimit)
        try set(ZMQ_RCVHWM, to: options.highWaterMark ?? withoutLimit)
        if let size = options.maximumFrameSize { try set(ZMQ_MAXMSGSIZE, to: size) }
        if options.allowsHandover { try enable(ZMQ_ROUTER_HANDOVER) }
        if options.reportsRepeatedSubscriptions { try enable(ZMQ_XPUB_VERBOSE) }
        try apply(options.security)
    }

    /// Sets the encryption keys.
    private func apply(_ security: Security) throws(ZeroMQError) {
        let keys: CurveKeyPair
        switch security {
        case .none:
            return
        case .curveServer(let own):
            keys = own
            try enable(ZMQ_CURVE_SERVER)
        case .curveClient(let own, let serverKey):
            keys = own
            try set(ZMQ_CURVE_SERVERKEY, to: Array(serverKey.utf8))
        }
        try set(ZMQ_CURVE_PUBLICKEY, to: Array(keys.publicKey.utf8))
        try set(ZMQ_CURVE_SECRETKEY, to: Array(keys.secretKey.utf8))
    }

    /// Makes the next binding use a descriptor that already listens.
    func takeOver(_ descriptor: Int32) throws(ZeroMQError) {
        try set(ZMQ_USE_FD, to: descriptor)
    }

    /// Enables a Boolean option.
    func enable(_ option: Int32) throws(ZeroMQError) {
        try set(option, to: Int32(1))
    }

    /// Sets a numeric option, whose width must be the one that libzmq expects.
    private func set(_ option: Int32, to value: some FixedWidthInteger) throws(ZeroMQError) {
        var value = value
        guard zmq_setsockopt(handle, option, &value, MemoryLayout.size(ofValue: value)) == 0 else {
            throw .latest("set", optionName(option))
        }
    }

    /// Sets an option whose value is bytes.
    private func set(_ option: Int32, to bytes: [UInt8]) throws(ZeroMQError) {
        guard zmq_setsockopt(handle, option, bytes, bytes.count) == 0 else {
            throw .latest("set", optionName(option))
        }
    }

    /// Returns the name of an option for error messages.
    private func optionName(_ option: Int32) -> String {
        let name =
            switch option {
            case ZMQ_ROUTING_ID: "the identity"
            case ZMQ_LINGER: "the linger period"
            case ZMQ_SNDHWM, ZMQ_RCVHWM: "the high water mark"
            case ZMQ_MAXMSGSIZE: "the maximum frame size"
            case ZMQ_ROUTER_HANDOVER: "handover"
            case ZMQ_XPUB_VERBOSE: "the reporting of repeated subscriptions"
            case ZMQ_USE_FD: "the descriptor"
            case ZMQ_CURVE_SERVER, ZMQ_CURVE_SERVERKEY, ZMQ_CURVE_PUBLICKEY, ZMQ_CURVE_SECRETKEY:
                "the CURVE keys"
            default: "option \(option)"
            }
        return "\(name) of \(kind)"
    }

    /// Returns the endpoint of the last binding, as resolved by libzmq.
    func boundEndpoint() throws(ZeroMQError) -> Endpoint {
        var text = [UInt8](repeating: 0, count: 1024)
        var size = text.count
        guard zmq_getsockopt(handle, ZMQ_LAST_ENDPOINT, &text, &size) == 0 else {
            throw .latest("read the endpoint of", kind.description)
        }
        return Endpoint(rawValue: String(decoding: text.prefix { $0 != 0 }, as: UTF8.self))
    }
}

extension Duration {
    /// The duration in milliseconds, rounded up, so that a short wait does not become zero.
    var wholeMilliseconds: Int32 {
        let (seconds, attoseconds) = components
        let attosecondsPerMillisecond: Int64 = 1_000_000_000_000_000
        let fraction = (attoseconds + attosecondsPerMillisecond - 1) / attosecondsPerMillisecond
        return Int32(clamping: seconds * 1000 + fraction)
    }
}
