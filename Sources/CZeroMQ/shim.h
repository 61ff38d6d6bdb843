// The interface of libzmq for Swift. Only the room ZeroMQ imports this module.
#include <zmq.h>
// eventfd, which wakes a thread that polls sockets; Swift's Glibc module lacks this header.
#include <sys/eventfd.h>
