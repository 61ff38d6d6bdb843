// libsodium as Swift sees it. Only the room JupyterProtocol imports this module.
#include <sodium.h>
