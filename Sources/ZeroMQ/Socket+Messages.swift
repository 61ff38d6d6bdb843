internal import CZeroMQ

extension Socket {
    /// Sends the frames of a message.
    ///
    /// libzmq decides at the first frame whether the message can be sent; the others never block.
    func send(_ message: [Frame], flags: Int32) throws(ZeroMQError) -> Bool {
        precondition(!message.isEmpty, "a message needs at least one frame")
        for (index, frame) in message.enumerated() {
            let more = index < message.count - 1 ? ZMQ_SNDMORE : 0
            guard try send(frame, flags: flags | more) else { return false }
        }
        return true
    }

    /// Sends one frame, repeating after signals.
    private func send(_ frame: Frame, flags: Int32) throws(ZeroMQError) -> Bool {
        while zmq_send(handle, frame, frame.count, flags) < 0 {
            let error = ZeroMQError.latest("send on", kind.description)
            if error.wouldBlock { return false }
            guard error.isInterruption else { throw error }
        }
        return true
    }

    /// Receives the frames of a message; returns `nil` if none has arrived.
    func receive(flags: Int32) throws(ZeroMQError) -> [Frame]? {
        var part = zmq_msg_t()
        zmq_msg_init(&part)
        defer { zmq_msg_close(&part) }
        var message: [Frame] = []
        repeat {
            guard try receive(&part, flags: flags) else { return nil }
            let count = zmq_msg_size(&part)
            message.append(Frame(UnsafeRawBufferPointer(start: zmq_msg_data(&part), count: count)))
        } while zmq_msg_more(&part) != 0
        return message
    }

    /// Receives one frame, repeating after signals.
    ///
    /// All frames of a message arrive together, so only the first can be missing.
    private func receive(_ part: inout zmq_msg_t, flags: Int32) throws(ZeroMQError) -> Bool {
        while zmq_msg_recv(&part, handle, flags) < 0 {
            let error = ZeroMQError.latest("receive on", kind.description)
            if error.wouldBlock { return false }
            guard error.isInterruption else { throw error }
        }
        return true
    }
}
