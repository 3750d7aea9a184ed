"""What would tell a stranger why somebody reads this, in the languages that the site speaks."""

from __future__ import annotations

import re

TELLING = {
    # "delitos menores" and "de menores": the English sheet says misdemeanor and juvenile, too.
    "es": re.compile(
        r"\btrata\b|tratante|traffick|surviv|sobrevivi|víctima|prostitu|sexual|\bsexo|laboral"
        r"|explota|coacc|coerc|forzad|forzos|amenaz|\babus|violencia|refugio|niñ"
        r"|(?<!delitos )(?<!delito )(?<!infracciones )(?<!de )\bmenor(?!es? de \$)"
        # A law that the sheet does not name, and who is known for this work: in an address, too.
        r"|vacatur|ley de anulación|\bcast(?!le|ig|ill)|\besta ley\b",
        re.IGNORECASE,
    )
}
