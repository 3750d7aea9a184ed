"""Facts worked out from the data: nothing here is typed by hand, nothing is HTML.

In come the models of `source`; out go answers, counts, sentences and addresses, ready to be shown.
Read `labels` (the words of coded values), `places`, `questions` (how places are compared), `guide`
(a place for a survivor), `rules` (a place for those who check), `fit`, `changes`, `release`
(versions); `site` holds them all for one build, `editions` in another language. `form_content` is
made of them, and `form_sent` of that in two languages.
"""
