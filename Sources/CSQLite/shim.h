// SQLite as Swift sees it. Only the room KernelServer imports this module.
#include <sqlite3.h>
