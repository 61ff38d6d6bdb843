/// One part of a message: bytes that travel together with the message's other parts, or not at all.
public typealias Frame = [UInt8]
