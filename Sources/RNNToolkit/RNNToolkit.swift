// What a lecture cell sees: re-exports the maths, adds tables, formulas and figures of it.
