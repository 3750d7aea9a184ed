"""What `make watch` is made of: are the words that the guides quote still where they were?

quotes    which words are looked for, at which address
robots    what a host allows programs to read
pages     the text of a page: HTML, PDF or plain
store     the pages read before, for hosts that say "nothing is new"
words     a phrase in a text: there, or what comes nearest to it
verdicts  what became of each phrase
report    both reports
issues    one issue for each place whose words changed
"""
