/// The runtime of generated code.
