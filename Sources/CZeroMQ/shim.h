// libzmq as Swift sees it. Only the room ZeroMQ imports this module.
#include <zmq.h>
