// The interface of libsodium for Swift. Only the room Digests imports this module.
#include <sodium.h>
