/// One part of a message; the parts of a message are delivered together or not at all.
public typealias Frame = [UInt8]
