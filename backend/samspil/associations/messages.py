"""The mails and error texts of associations, in both languages."""

from __future__ import annotations

from typing import Final

from samspil.core.language import Texts
from samspil.core.mail import Kind, Wording

_MANAGER_DA: Final = "Du får mailen, fordi du står for {association} på Samspil."
_MANAGER_EN: Final = "You get this mail because you run {association} on Samspil."
_STAFF_DA: Final = "Du får mailen, fordi du arbejder med foreninger i kommunen."
_STAFF_EN: Final = "You get this mail because you work with associations in the municipality."

MAILS: Final = (
    Kind(
        "associations.registered",
        da=Wording(
            subject="{association} venter på at blive bekræftet",
            paragraphs=(
                "{person} har oprettet {association}.",
                "Den kan først ses af andre, når en af jer har bekræftet den.",
            ),
            button="Se foreningen",
            why=_STAFF_DA,
        ),
        en=Wording(
            subject="{association} waits to be verified",
            paragraphs=(
                "{person} has registered {association}.",
                "Others can see it only when one of you has verified it.",
            ),
            button="See the association",
            why=_STAFF_EN,
        ),
    ),
    Kind(
        "associations.verified",
        da=Wording(
            subject="{association} er bekræftet",
            paragraphs=(
                "Kommunen har bekræftet {association}.",
                "Nu kan alle finde den, og I kan invitere flere med.",
            ),
            button="Gå til foreningen",
            why=_MANAGER_DA,
        ),
        en=Wording(
            subject="{association} is verified",
            paragraphs=(
                "The municipality has verified {association}.",
                "Now everybody can find it, and you can invite others.",
            ),
            button="Go to the association",
            why=_MANAGER_EN,
        ),
    ),
    Kind(
        "associations.declined",
        da=Wording(
            subject="{association} blev ikke bekræftet",
            paragraphs=(
                "Kommunen har ikke bekræftet {association}, som derfor ikke kan ses af andre.",
                "Begrundelsen er: {reason}",
            ),
            button="Se foreningen",
            closing="Ret det, der skal rettes, og skriv til kommunen, hvis du er uenig.",
            why=_MANAGER_DA,
        ),
        en=Wording(
            subject="{association} was not verified",
            paragraphs=(
                "The municipality has not verified {association}, so others cannot see it.",
                "The reason is: {reason}",
            ),
            button="See the association",
            closing="Correct what needs it, and write to the municipality if you disagree.",
            why=_MANAGER_EN,
        ),
    ),
    Kind(
        "associations.approved",
        da=Wording(
            subject="{association} er godkendt som folkeoplysende forening",
            paragraphs=(
                "Kommunen har godkendt {association} efter folkeoplysningsloven.",
                "Godkendelsen gælder fra {first} til og med {last}.",
            ),
            button="Gå til foreningen",
            why=_MANAGER_DA,
        ),
        en=Wording(
            subject="{association} is approved under folkeoplysningsloven",
            paragraphs=(
                "The municipality has approved {association} to borrow municipal premises.",
                "The approval holds from {first} to {last}, both days included.",
            ),
            button="Go to the association",
            why=_MANAGER_EN,
        ),
    ),
    Kind(
        "associations.manager-made",
        da=Wording(
            subject="{person} styrer nu {association}",
            paragraphs=(
                "{by} har gjort {person} til ansvarlig for {association}. {person} kan nu rette "
                "siden og opgaverne, svare frivillige og invitere og fjerne andre.",
                "Er det en fejl, kan en ansvarlig ændre det under Medlemmer.",
            ),
            button="Gå til foreningen",
            why=_MANAGER_DA,
        ),
        en=Wording(
            subject="{person} now runs {association}",
            paragraphs=(
                "{by} has put {person} in charge of {association}. {person} can now change the "
                "page and the tasks, answer volunteers, and invite and remove others.",
                "If that is a mistake, somebody in charge can change it under Members.",
            ),
            button="Go to the association",
            why=_MANAGER_EN,
        ),
    ),
    Kind(
        "associations.hidden",
        da=Wording(
            subject="{association} er skjult",
            paragraphs=(
                "Kommunen har skjult {association} og dens opgaver for andre.",
                "Begrundelsen er: {reason}",
            ),
            button="Se foreningen",
            closing="Skriv til kommunen, hvis du er uenig.",
            why=_MANAGER_DA,
        ),
        en=Wording(
            subject="{association} is hidden",
            paragraphs=(
                "The municipality has hidden {association} and its tasks from others.",
                "The reason is: {reason}",
            ),
            button="See the association",
            closing="Write to the municipality if you disagree.",
            why=_MANAGER_EN,
        ),
    ),
    Kind(
        "associations.shown",
        da=Wording(
            subject="{association} kan ses igen",
            paragraphs=("Kommunen viser {association} og dens opgaver for alle igen.",),
            button="Gå til foreningen",
            why=_MANAGER_DA,
        ),
        en=Wording(
            subject="{association} can be seen again",
            paragraphs=("The municipality shows {association} and its tasks to everybody again.",),
            button="Go to the association",
            why=_MANAGER_EN,
        ),
    ),
    Kind(
        "associations.merged",
        da=Wording(
            subject="{association} er lagt sammen med {other}",
            paragraphs=(
                "{association} stod på Samspil to gange. Kommunen har lagt den sammen med "
                "{other}, som nu har opgaverne, billederne og medlemmerne.",
            ),
            button="Gå til foreningen",
            why=_MANAGER_DA,
        ),
        en=Wording(
            subject="{association} has been merged into {other}",
            paragraphs=(
                "{association} stood on Samspil twice. The municipality has merged it into "
                "{other}, which now has its tasks, pictures and members.",
            ),
            button="Go to the association",
            why=_MANAGER_EN,
        ),
    ),
    Kind(
        "associations.merge-undone",
        da=Wording(
            subject="{association} og {other} er igen to foreninger",
            paragraphs=(
                "Kommunen har fortrudt, at {association} blev lagt sammen med {other}. Opgaver, "
                "billeder og medlemmer er tilbage, hvor de var før.",
            ),
            button="Gå til foreningen",
            why=_MANAGER_DA,
        ),
        en=Wording(
            subject="{association} and {other} are two associations again",
            paragraphs=(
                "The municipality has undone the merge of {association} into {other}. Tasks, "
                "pictures and members are back where they were before.",
            ),
            button="Go to the association",
            why=_MANAGER_EN,
        ),
    ),
    Kind(
        "associations.invitation",
        da=Wording(
            subject="{person} inviterer dig til {association}",
            paragraphs=(
                "{person} vil gerne have dig med i {association} på Samspil.",
                "Se på siden, hvad det indebærer, før du siger ja.",
            ),
            button="Se invitationen",
            closing="Invitationen gælder i 14 dage. Siger du ikke ja, sker der ikke mere.",
            why="Du får mailen, fordi {association} har skrevet din adresse.",
        ),
        en=Wording(
            subject="{person} invites you to {association}",
            paragraphs=(
                "{person} would like you to take part in {association} on Samspil.",
                "See on the page what that means before you say yes.",
            ),
            button="See the invitation",
            closing="The invitation holds for 14 days. If you do not say yes, nothing happens.",
            why="You get this mail because {association} has given your address.",
        ),
    ),
    Kind(
        "associations.claimed",
        da=Wording(
            subject="{person} siger, at de står for {association}",
            paragraphs=("{person} beder om at komme til at stå for {association}.",),
            button="Afgør det",
            why=_STAFF_DA,
        ),
        en=Wording(
            subject="{person} says that they run {association}",
            paragraphs=("{person} asks to run {association}.",),
            button="Decide",
            why=_STAFF_EN,
        ),
    ),
    Kind(
        "associations.claim-accepted",
        da=Wording(
            subject="Du står nu for {association}",
            paragraphs=("Kommunen har sagt ja til, at du står for {association}.",),
            button="Gå til foreningen",
            why="Du får mailen, fordi du har bedt om at komme til at stå for {association}.",
        ),
        en=Wording(
            subject="You run {association} now",
            paragraphs=("The municipality has agreed that you run {association}.",),
            button="Go to the association",
            why="You get this mail because you asked to run {association}.",
        ),
    ),
    Kind(
        "associations.claim-declined",
        da=Wording(
            subject="Du fik ikke adgang til at styre {association}",
            paragraphs=(
                "Kommunen har sagt nej til, at du står for {association}.",
                "Begrundelsen er: {reason}",
            ),
            why="Du får mailen, fordi du har bedt om at komme til at stå for {association}.",
        ),
        en=Wording(
            subject="You were not given {association}",
            paragraphs=(
                "The municipality has not agreed that you run {association}.",
                "The reason is: {reason}",
            ),
            why="You get this mail because you asked to run {association}.",
        ),
    ),
    Kind(
        "associations.without-manager",
        da=Wording(
            subject="Ingen står for {association} længere",
            paragraphs=(
                "Den sidste, der stod for {association}, er gået ud.",
                "Find en ny sammen med foreningen, eller skjul den.",
            ),
            button="Se foreningen",
            why=_STAFF_DA,
        ),
        en=Wording(
            subject="Nobody runs {association} any more",
            paragraphs=(
                "The last person who ran {association} has left.",
                "Find another one together with the association, or hide it.",
            ),
            button="See the association",
            why=_STAFF_EN,
        ),
    ),
)


# What associations say in errors.

TEXTS: Final[Texts] = {
    "not-public": {"da": "Foreningen er ikke offentlig", "en": "The association is not public"},
    "not-public.detail": {
        "da": "Vent, til kommunen har bekræftet foreningen, og prøv igen.",
        "en": "Wait until the municipality has verified the association, then try again.",
    },
    "too-many-waiting": {"da": "Det er for mange", "en": "Those are too many"},
    "too-many-waiting.detail": {
        "da": "Vent, til nogle af dem er afgjort, eller slet nogle af dem.",
        "en": "Wait until some of them are settled, or remove some.",
    },
    "rule.merged-since": {
        "da": "{name} er siden selv lagt sammen med en anden. Fortryd det først.",
        "en": "{name} has been merged into another since. Undo that first.",
    },
    "rule.another-merged-since": {
        "da": "{name} er lagt ind samme sted senere. Fortryd det først.",
        "en": "{name} was merged into the same one later. Undo that first.",
    },
    "field.association.name": {
        "da": "Skriv foreningens navn uden adresser som forening.dk og tegn som < > @.",
        "en": "Write the association's name without addresses such as forening.dk or < > @.",
    },
    "field.association.cvr": {
        "da": "Er ikke et CVR-nummer: otte cifre, hvoraf det sidste er et kontrolciffer.",
        "en": "Is not a CVR number: eight digits, of which the last is a check digit.",
    },
    "field.association.website": {
        "da": "Skal være en hjemmeside, fx https://forening.example.",
        "en": "Must be a website, such as https://forening.example.",
    },
    "field.association.phone": {
        "da": "Skal være et telefonnummer, fx 49 28 00 00.",
        "en": "Must be a telephone number, such as 49 28 00 00.",
    },
    "field.association.language": {
        "da": "Skal være en sprogkode, fx da eller en.",
        "en": "Must be a language's code, such as da or en.",
    },
    "field.association.period": {
        "da": "Skal være efter begyndelsen, og begge datoer skal gives.",
        "en": "Must be after the beginning, and both dates must be given.",
    },
    "field.association.no-such-town": {
        "da": "Byen findes ikke; søg den frem i /places?q=.",
        "en": "There is no such town; look it up in /places?q=.",
    },
    "field.association.no-town": {"da": "Vælg mindst en by.", "en": "Choose at least one town."},
    "field.association.no-such-interest": {
        "da": "Interessen findes ikke; se dem i /interests.",
        "en": "There is no such interest; see them in /interests.",
    },
    "field.association.slug-taken": {
        "da": "Er taget af en anden.",
        "en": "Is taken by another one.",
    },
    "field.association.member-already": {
        "da": "Er allerede med i foreningen.",
        "en": "Takes part in the association already.",
    },
    "field.association.no-target": {
        "da": "Skal være en anden forening, som er offentlig.",
        "en": "Must be another association, which is public.",
    },
    "field.association.this-year": {
        "da": "Kan kun erklæres for {year}.",
        "en": "Can be declared for {year} only.",
    },
}
