"""The worksheet "My case", to fill in by hand before talking to a lawyer.

It names no reason for the record and asks for no story: only what is on court papers, and how to
reach somebody safely.
"""

from __future__ import annotations

from typing import Any

from ...derive.labels import N_
from ...source.explainers import Organisation
from ..speech import Speech

TITLE = N_("My case")


def worksheet(hotline: Organisation, speech: Speech) -> dict[str, Any]:
    """Return the worksheet as its template reads it."""
    say = speech.say
    return {
        "title": TITLE,
        "heading": TITLE,
        "intro": N_(
            "Fill in what you know. It is fine to leave lines empty. Take this sheet with you, or "
            "read from it on the phone."
        ),
        "safety": [
            N_(
                "Keep this sheet in a safe place: with somebody you trust, or with your lawyer. "
                "You may leave your name off."
            ),
            N_("Write only what is on your papers. You do not have to tell more to begin."),
        ],
        "footer": say("{title} · free help by phone: {phone}").format(
            title=say(TITLE), phone=hotline.phone
        ),
        "parts": [
            {
                "title": N_("How to reach me safely"),
                "fields": [
                    N_("Name to use for me:"),
                    N_("Safe phone, e-mail or address:"),
                    N_("Safe days and times:"),
                    N_("Somebody I trust, and their phone:"),
                ],
                "ticks": [
                    N_("You may leave a message"),
                    N_("You may text"),
                    N_("Do not say who is calling"),
                    N_("I need an interpreter"),
                ],
            },
            {
                "title": N_("My arrests and cases"),
                "note": N_(
                    "One line for each, the oldest first. What became of it: guilty, dropped, "
                    "dismissed, still open, or not sure."
                ),
                "table": {
                    "headers": [
                        N_("Date or year"),
                        N_("City or county, state"),
                        N_("Court"),
                        N_("Case number"),
                        N_("Charge"),
                        N_("What became of it"),
                    ],
                    "widths": [0.9, 1.3, 1.2, 1.1, 1.2, 1.2],
                    "rows": 5,
                    "lines": 1.25,
                },
            },
            {
                "title": N_("What is still to do from the court"),
                "note": N_(
                    "Probation, fines, classes, a warrant. Ask a lawyer about a warrant first."
                ),
                "empty_lines": 1,
            },
            {
                "title": N_("Papers"),
                "note": N_("Tick what you have. Circle what you still need."),
                "checks": [
                    N_("My state record"),
                    N_("My FBI record"),
                    N_("Court papers for each case"),
                    N_("Proof that a sentence is finished"),
                    N_("An ID"),
                    N_("Letters that back up what I say"),
                    N_("Proof of my income, for a fee waiver"),
                    N_("Papers about work, housing or a license"),
                ],
            },
            {
                "title": N_("Dates to remember"),
                "new_page": True,
                "table": {
                    "headers": [N_("Date and time"), N_("What"), N_("Where, or who calls")],
                    "widths": [1, 1.7, 1.7],
                    "rows": 5,
                    "lines": 1,
                },
            },
            {
                "title": N_("Whom I talked to"),
                "table": {
                    "headers": [
                        N_("Date"),
                        N_("Name and office"),
                        N_("Phone"),
                        N_("What they said, what comes next"),
                    ],
                    "widths": [0.8, 1.5, 1.1, 2.2],
                    "rows": 5,
                    "lines": 1,
                },
            },
            {
                "title": N_("Questions for the lawyer"),
                "questions": [
                    N_("Is what I say private, even if you do not take my case?"),
                    N_("Is this free? If not, what will it cost in all?"),
                    N_("Which way fits each of my cases? Can one request cover them all?"),
                    N_("Is there a deadline, or a reason to wait?"),
                    N_("Who will see my papers? Can they be kept private?"),
                    N_("Will I have to speak in court?"),
                    N_("What could go wrong? Could it hurt me to ask?"),
                    N_("What may I say on a form for work, housing or a license?"),
                    N_("If I am not a US citizen: who checks that part before we file?"),
                ],
                "empty_lines": 3,
            },
        ],
    }
