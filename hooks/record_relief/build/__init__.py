"""A whole site: everything loaded and checked, put together, and swapped in when it is whole.

In comes the folder of the project; out goes a site, or an error that says what to do, and then the
last site stays. Read `load` (the facts, or every problem), `project` (what a build begins with),
`about_places` (what is kept of each place from one build to the next), `publish` (the swap),
`failure` (what to do when it fails), `clock`, and `cli`, the command line.
"""
