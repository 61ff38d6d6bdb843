// The interface of SQLite for Swift. Only the room KernelServer imports this module.
#include <sqlite3.h>
