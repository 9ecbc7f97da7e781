"""A question on the screen: prose, code, exhibits, options; practice, the mock review and the library share it."""
