// Turns a cell into a loadable object or diagnostics.
