/// Tools to test what is generated.
