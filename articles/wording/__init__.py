"""Pure computations on the words of a story: what changed, which became which, two people's words as one.

No queries and no models. HTML is handed in clean.
"""
