// libzmq as Swift sees it. Only the room ZeroMQ imports this module.
#include <zmq.h>
// What wakes a thread that polls sockets; Swift's Glibc does not have this header.
#include <sys/eventfd.h>
