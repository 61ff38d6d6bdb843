#include "CCellWorker.h"
