// Plays a notebook through a kernel and keeps what came out.
