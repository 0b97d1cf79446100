import hashlib
from functools import cache

import pytest

from rashomon.find.dates import dates
from rashomon.find.mentions import mentions
from rashomon.find.parse import parse
from rashomon.records import Article, Mention, Page


@cache
def read(text: str, day: str = "2022-01-10", outlet: str = "") -> tuple[Mention, ...]:
    digest = hashlib.sha256(text.encode()).hexdigest()
    page = Page(
        id=f"p{digest[:16]}", file="t.txt", sha256=digest, media="text/plain", encoding="utf-8", text=text, text_of_page=False
    )
    article = Article(id=f"a{digest[:8]}", page=page.id, blocks=((0, len(text)),), published_on=day, outlet=outlet)
    parsed = parse(page, article)
    return mentions(parsed, dates(parsed))


def actors(text: str, day: str = "2022-01-10", outlet: str = "") -> dict[str, str]:
    return {mention.cited.quote: mention.actor for mention in read(text, day, outlet)}


def the(text: str, quote: str, day: str = "2022-01-10") -> Mention:
    return next(mention for mention in read(text, day) if mention.cited.quote == quote)


@pytest.mark.parametrize(
    ("text", "quote", "key"),
    [
        ("Kassym-Jomart Tokayev spoke in Almaty.", "Kassym-Jomart Tokayev", "person:kassym-jomart-tokayev"),
        ("Tokaev spoke in Almaty.", "Tokaev", "person:kassym-jomart-tokayev"),
        ("Kazakhstan thanked Kasim-Jomart Kemelevich.", "Kasim-Jomart Kemelevich", "person:kassym-jomart-tokayev"),
        ("Kazakhstan thanked Kasymu-Jomartu Tokayev for it.", "Kasymu-Jomartu Tokayev", "person:kassym-jomart-tokayev"),
        ("Elbasy’s journey ended in Kazakhstan.", "Elbasy", "person:nursultan-nazarbayev"),
        ("Akorda denied the report.", "Akorda", "government:KAZ-presidency"),
        ("The games with Albion must end.", "Albion", "state:GBR"),
        ("They left the territory of the Celestial Empire.", "Celestial Empire", "state:CHN"),
        ("Kazakh authorities asked for help.", "Kazakh authorities", "state:KAZ"),
        ("The Norwegian foreign ministry replied.", "Norwegian foreign ministry", "government:NOR-foreign-ministry"),
        (
            "Norway's Ministry of Foreign Affairs spoke.",
            "Norway's Ministry of Foreign Affairs",
            "government:NOR-foreign-ministry",
        ),
        ("Israeli troops entered the village.", "Israeli troops", "government:ISR-armed-forces"),
    ],
)
def test_a_name_means_its_actor(text: str, quote: str, key: str) -> None:
    assert actors(text)[quote] == key


@pytest.mark.parametrize(
    ("text", "quote", "key", "use"),
    [
        ("Beijing warned its neighbours.", "Beijing", "state:CHN", "actor"),
        ("The minister visited Beijing.", "Beijing", "place:beijing", "place"),
        ("Talks were held in Beijing.", "Beijing", "place:beijing", "place"),
        ("Moscow and Beijing are partners.", "Beijing", "state:CHN", "actor"),
        ("The envoy flew to Moscow.", "Moscow", "place:moscow", "place"),
        ("Almaty rejected the plan.", "Almaty", "place:almaty", "actor"),
        ("Nur-Sultan rejected the plan.", "Nur-Sultan", "state:KAZ", "actor"),
        ("MOSCOW (Interfax) - The minister left.", "MOSCOW", "place:moscow", "place"),
        ("ADDIS ABABA, May 15 (Xinhua) -- The minister left.", "ADDIS ABABA", "place:addis-ababa", "place"),
        ("Ships left the port of Haiphong.", "Haiphong", "place:haiphong", "place"),
        ("Troops seized Crimea.", "Crimea", "place:crimea", "place"),
        ("Kazakh police opened fire.", "Kazakh", "state:KAZ", "modifier"),
        ("People died in Kazakhstan.", "Kazakhstan", "state:KAZ", "place"),
        ("The firms invested in Kazakhstan’s east; Kazakhstan thanked them.", "Kazakhstan", "state:KAZ", "actor"),
    ],
)
def test_a_name_is_used_as_actor_place_or_modifier(text: str, quote: str, key: str, use: str) -> None:
    found = [mention for mention in read(text) if mention.cited.quote == quote][-1]
    assert (found.actor, found.use) == (key, use)


@pytest.mark.parametrize(
    ("text", "day", "quote", "key"),
    [
        ("The Kazakh president arrived.", "2018-05-01", "Kazakh president", "person:nursultan-nazarbayev"),
        ("The Kazakh president arrived.", "2022-05-01", "Kazakh president", "person:kassym-jomart-tokayev"),
        ("The President of the Republic of Kazakhstan spoke.", "2022-09-15", "President of the Republic of Kazakhstan",
         "person:kassym-jomart-tokayev"),
        ("The Chairman of the People's Republic of China spoke.", "2022-09-15", "Chairman of the People's Republic of China",
         "person:xi-jinping"),
        ("In January 2018 the Kazakh president flew home.", "2022-02-01", "Kazakh president", "person:nursultan-nazarbayev"),
        ("Vladimir Putin thanked his Kazakh counterpart.", "2022-01-10", "Kazakh counterpart", "person:kassym-jomart-tokayev"),
        ("The Israeli leader left.", "2010-06-01", "Israeli leader", "person:benjamin-netanyahu"),
        ("The former Kazakh president arrived.", "2022-05-01", "former Kazakh president", ""),
        ("The Kazakh deputy foreign minister arrived.", "2022-05-01", "Kazakh deputy foreign minister", ""),
        ("The presidents of Kazakhstan came.", "2022-05-01", "presidents of Kazakhstan", ""),
        ("The Kazakh president arrived.", "", "Kazakh president", ""),
    ],
)  # fmt: skip
def test_a_role_means_its_holder_of_the_day(text: str, day: str, quote: str, key: str) -> None:
    assert actors(text, day)[quote] == key


def test_two_of_one_surname_stay_apart() -> None:
    found = actors("Timur Tokayev, a lawyer, sued the ministry. Tokayev said the case was closed.")
    assert found["Timur Tokayev"] == found["Tokayev"] == "name:timur tokayev"
    both = actors("Kassym-Jomart Tokayev met his cousin Timur Tokayev. Tokayev left early.")
    assert both["Kassym-Jomart Tokayev"] == "person:kassym-jomart-tokayev"
    assert both["Tokayev"] == ""


def test_a_surname_is_the_person_named_in_full() -> None:
    found = [m for m in read("Professor Ines Varga doubts it. “It is late,” Varga said.") if m.type == "person"]
    assert [m.name for m in found if m.form == "name"] == ["Ines Varga", "Ines Varga"]
    assert {m.sector for m in found} == {"EDU"}


def test_a_title_gives_sector_and_country() -> None:
    varga = the("The Hungarian lawmaker Ines Varga resigned.", "Ines Varga")
    assert (varga.country, varga.sector) == ("HUN", "LEG")


def test_a_title_introduces_a_surname() -> None:
    assert actors("French Foreign Minister Colonna arrived.", "2022-10-01")["Colonna"] == "person:catherine-colonna"
    assert "Colonna" not in actors("The Colonna family arrived in France.", "2022-10-01")


@pytest.mark.parametrize(
    ("text", "quote", "country", "sector"),
    [
        ("Police in Norway arrested nine men.", "Police in Norway", "NOR", "COP"),
        ("Colombian rebels blew up the bridge.", "Colombian rebels", "COL", "REB"),
        ("A former CIA official spoke.", "former CIA official", "USA", "ELI"),
        ("A police spokesman declined to comment.", "police spokesman", "", "COP"),
        ("Danish farmers blocked the road.", "Danish farmers", "DNK", "AGR"),
        ("Boko Haram gunmen fled.", "Boko Haram gunmen", "NGA", "REB"),
        ("Protesters stormed the hall.", "Protesters", "", "CVL"),
        ("Anti-government protesters stormed the hall.", "Anti-government protesters", "", "OPP"),
        ("Dutch Buddhists built a temple.", "Dutch Buddhists", "NLD", "BUD"),
        ("Hamas militants left the tunnel.", "Hamas militants", "PSE", "REB"),
        ("The French-led coalition bombed the port.", "French-led coalition", "FRA", "MIL"),
        ("The speaker of the Norwegian parliament resigned.", "speaker of the Norwegian parliament", "NOR", "LEG"),
        ("A Nimitz-class carrier left.", "Nimitz-class", "USA", "MIL"),
        ("A bomb went off in a wedding hall in Kabul.", "wedding hall in Kabul", "AFG", "CVL"),
        ("Chevron’s spokesman declined to comment.", "Chevron’s spokesman", "USA", "BUS"),
    ],
)
def test_a_group_has_country_and_sector(text: str, quote: str, country: str, sector: str) -> None:
    found = the(text, quote)
    assert (found.country, found.sector) == (country, sector)


@pytest.mark.parametrize(
    "text",
    [
        "Follow the channel at ThereThere, Yandex Zen and In contact with.",
        "The course of the Northern Military District is described.",
        "Protestants demand social justice.",
        "The turkey was served with chad sauce and us.",
        "Let us go; it may be late.",
    ],
)
def test_what_looks_like_a_name_and_is_none(text: str) -> None:
    assert [mention for mention in read(text) if mention.actor] == []


def test_pronouns_only_where_one_person_is_meant() -> None:
    assert actors("Emmanuel Macron landed in Oslo. He then left.")["He"] == "person:emmanuel-macron"
    assert "He" not in actors("Emmanuel Macron met Olaf Scholz. He then left.")
    assert "He" not in actors("Emmanuel Macron said: “He is late.”")


def test_our_means_the_country_the_article_speaks_for() -> None:
    assert actors("We Norwegians know that our border is long.")["our"] == "state:NOR"
    assert actors("Our border with Kazakhstan is long.", outlet="Izvestia")["Our"] == "state:RUS"
    assert "Our" not in actors("Our border with Russia is long.", outlet="Izvestia")
    assert "Our" not in actors("Our correspondent met Tokayev.", outlet="Izvestia")
    assert "Our" not in actors("Our border with Kazakhstan is long.")


def test_an_author_is_no_actor_by_a_place_name() -> None:
    assert actors("The singer Janet Lima performed.").get("Lima", "") not in {"state:PER", "place:lima"}


def test_every_mention_is_cited_and_has_a_reason() -> None:
    text = "President Tokayev told Russian state television that “bandits” attacked Almaty. He thanked Moscow."
    found = read(text)
    assert found
    for mention in found:
        assert text[mention.cited.start : mention.cited.end] == mention.cited.quote
        assert mention.why
        assert mention.sentence[0] <= mention.cited.start < mention.cited.end <= mention.sentence[1]
    assert len({mention.id for mention in found}) == len(found)
    assert [m.cited.start for m in found] == sorted(m.cited.start for m in found)


def test_text_in_capitals_is_read() -> None:
    found = actors("BOGOTA, 3 JUL (EFE) -- THE COLOMBIAN GOVERNMENT BLAMED THE NATIONAL LIBERATION ARMY.", "1989-07-03")
    assert "organisation:ELN" in found.values()
    assert "state:COL" in found.values()


def test_the_soviet_union_is_a_state_of_its_own() -> None:
    text = "Soviet troops left in 1989. The USSR had armed the rebels. Soviet Foreign Minister Shevardnadze flew to Oslo."
    found = actors(text, day="1990-02-01")
    assert found["Soviet troops"] == "government:SUN-armed-forces"
    assert found["USSR"] == "state:SUN"
    assert found["Shevardnadze"] == "person:eduard-shevardnadze"
    assert "until 1991" in the(text, "USSR").why


@pytest.mark.parametrize(
    ("text", "quote", "key", "type_"),
    [
        ("Uighurs fled over the mountains.", "Uighurs", "people:uyghurs", "people"),
        ("Police in China held two Uyghurs.", "Uyghurs", "people:uyghurs", "people"),
        ("The Crimean Tatars mourned.", "Crimean Tatars", "people:crimean-tatars", "people"),
        ("Xinjiang lies in the west.", "Xinjiang", "place:xinjiang", "place"),
    ],
)
def test_a_people_is_no_place(text: str, quote: str, key: str, type_: str) -> None:
    assert (the(text, quote).actor, the(text, quote).type) == (key, type_)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("The victims of the Helsinki ferry fire were buried.", "victims"),
        ("June 2 - Danish soldiers landed in Esbjerg.", "Danish soldiers"),
        ("On May 3 Kenyan police closed the bridge.", "Kenyan police"),
        ("The prime minister of Kenya's oldest ally spoke.", "prime minister"),
        ("Farmers of the Donbas region fled.", "Farmers of the Donbas"),
        ("The former Soviet Union had farmers. Farmers of the former Soviet Union wrote.", "Farmers"),
    ],
)
def test_a_role_takes_no_more_than_its_own_words(text: str, quote: str) -> None:
    assert quote in actors(text)


def test_a_school_before_a_comma_is_not_the_person_behind_it() -> None:
    found = actors("A graduate of Kyiv State University, Tokayev speaks three languages.")
    assert found["Kyiv State University"] == "name:kyiv state university"
    assert found["Tokayev"] == "person:kassym-jomart-tokayev"


def test_the_head_of_an_ally_is_not_the_head_of_whose_ally_it_is() -> None:
    assert the("The president of France's oldest ally spoke.", "president").actor == ""


def test_the_president_of_a_bank_is_not_the_only_president_named() -> None:
    text = (
        "Tokayev flew home. The president of the bank resigned. The committee chairman left. The president of the republic spoke."
    )
    found = [mention for mention in read(text) if mention.form == "role" and mention.actor.startswith("person:")]
    assert [mention.sentence for mention in found] == [(text.index("The president of the republic"), len(text))]


@pytest.mark.parametrize(
    ("text", "quote", "country", "sector"),
    [
        ("The Bank of Thailand raised its rates.", "Bank of Thailand", "THA", "GOV"),
        ("The Bank of Lakeside raised its rates.", "Bank of Lakeside", "", "BUS"),
        ("The Hillside Nurses Alliance struck.", "Hillside Nurses Alliance", "", "MED"),
        ("Hillside Aid Society Kenya dug wells.", "Hillside Aid Society Kenya", "KEN", "NGO"),
        ("Bergen Medical University closed.", "Bergen Medical University", "NOR", "EDU"),
        ("The National News Agency said so.", "National News Agency", "", "GOV"),
    ],
)
def test_the_country_and_the_sector_of_a_body(text: str, quote: str, country: str, sector: str) -> None:
    assert (the(text, quote).country, the(text, quote).sector) == (country, sector)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Chad trades with the Republic of Ghana. Pipes cross the land of the republic.", "state:GHA"),
        ("The Republic of Korea met the Republic of Ghana. Nobody left the republic.", ""),
        ("The People's Republic of China built it. Nobody left the republic.", ""),
        ("The Republic of Ghana slept. Chad ate. Chad drank. Chad sang. Nobody left the republic.", ""),
    ],
)
def test_the_republic_is_the_only_state_that_is_called_one_nearby(text: str, key: str) -> None:
    assert actors(text).get("republic", "") == key


def test_this_country_of_a_region_is_the_only_state_of_it_that_is_named() -> None:
    text = (
        "Norway and Kenya signed. Nurses struck in this African country. Ghana called. The farmers of this African country slept."
    )
    found = [mention for mention in read(text) if mention.cited.quote == "African country"]
    assert [mention.actor for mention in found] == ["state:KEN"]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Xi Jinping met Tokayev. At noon the Chairman left.", "person:xi-jinping"),
        ("Xi Jinping met Tokayev. At noon the Chairman of the board left.", ""),
        ("Xi Jinping met Tokayev. At noon the chairman left.", ""),
        ("Tokayev spoke at length. At noon the Chairman left.", ""),
    ],
)
def test_the_chairman_is_who_is_called_so(text: str, key: str) -> None:
    found = actors(text)
    assert found.get("Chairman", found.get("chairman")) == key


@pytest.mark.parametrize(
    ("text", "quote", "key", "day"),
    [
        ("The United States waits. Mr. Tillerson spoke.", "Tillerson", "person:rex-tillerson", "2017-07-29"),
        ("The United States waits. Mr. Tillerson spoke.", "Tillerson", "name:tillerson", "2010-07-29"),
        ("He wants to run for president of France.", "president of France", "", "2018-01-01"),
        ("It takes a president of France to say so.", "president of France", "", "2018-01-01"),
        ("The president of France said so.", "president of France", "person:emmanuel-macron", "2018-01-01"),
        (
            "Denis Sassou Nguesso left. His son Denis Aurel Sassou Nguesso stayed in the Republic of the Congo.",
            "Denis Aurel Sassou Nguesso",
            "name:denis aurel sassou nguesso",
            "2018-01-01",
        ),
        ("Mark Miller of the United States replied.", "Mark Miller", "name:mark miller", "2018-01-01"),
        ("His father, Jos, said nothing.", "Jos", "", "2018-01-01"),
        (
            "The leadership of British intelligence services agreed.",
            "leadership of British intelligence services",
            "",
            "2018-01-01",
        ),
        ("Congolese President Denis Sassou Nguesso spoke.", "Congolese", "state:COG", "2018-01-01"),
    ],
)
def test_what_is_not_certain_is_nobody(text: str, quote: str, key: str, day: str) -> None:
    assert actors(text, day).get(quote, "") == key


def test_the_surname_is_not_that_of_a_relative_named_in_full() -> None:
    found = actors("Berglund spoke. Her father, Robert Berglund, said nothing. Berglund left.")
    assert found["Robert Berglund"] == "name:robert berglund"
    assert found.get("Berglund", "") in {"", "name:berglund"}


def test_nobody_is_he_and_she() -> None:
    text = "Mr. Berglund spoke to a woman. He left. He came back. Mr. Berglund slept. She said no."
    assert {mention.cited.quote for mention in read(text) if mention.form == "pronoun"} == {"He"}


def test_a_given_name_tells_he_from_she() -> None:
    text = "The lawyer Maria Berglund met the board. She left. Maria Berglund sued. He slept."
    assert {mention.cited.quote for mention in read(text) if mention.form == "pronoun"} == {"She"}


def test_of_two_persons_she_is_the_woman() -> None:
    text = "The lawyer Maria Berglund met the lawyer John Lindqvist. She left the hall."
    assert actors(text)["She"] == "name:maria berglund"


def test_an_initial_belongs_to_the_name() -> None:
    text = "The United States waits for Rex W. Tillerson. Mr. Tillerson spoke."
    assert actors(text, "2017-07-29")["Rex W. Tillerson"] == "person:rex-tillerson"


def meant_by(text: str, quote: str, day: str = "2022-02-05") -> set[str]:
    return {mention.actor for mention in read(text, day) if mention.cited.quote == quote}


@pytest.mark.parametrize(
    ("text", "quote", "keys"),
    [
        (
            "The Kazakh and Russian presidents met.",
            "Kazakh and Russian presidents",
            {"person:kassym-jomart-tokayev", "person:vladimir-putin"},
        ),
        (
            "The presidents of France and Kazakhstan met.",
            "presidents of France and Kazakhstan",
            {"person:emmanuel-macron", "person:kassym-jomart-tokayev"},
        ),
        (
            "Vladimir Putin received Xi Jinping. The two leaders signed a pact.",
            "leaders",
            {"person:vladimir-putin", "person:xi-jinping"},
        ),
        ("Vladimir Putin received Xi Jinping and Emmanuel Macron. The two leaders signed a pact.", "leaders", {""}),
        ("The president of Kazakhstan flew to Paris in March 2015.", "president of Kazakhstan", {"person:nursultan-nazarbayev"}),
        (
            "The president of Kazakhstan, which became a state in 1991, flew to Paris.",
            "president of Kazakhstan",
            {"person:kassym-jomart-tokayev"},
        ),
        ("The then-president of Kazakhstan signed it.", "president of Kazakhstan", {""}),
        ("The self-proclaimed president of Venezuela signed it.", "self-proclaimed president of Venezuela", {""}),
        ("Drones in Saudi Arabia and troops in Kazakhstan were seen.", "troops", {""}),
        ("A Norwegian protester was hurt.", "Norwegian protester", {""}),
        ("Norwegian protesters were hurt.", "Norwegian protesters", {"name:norwegian protesters"}),
    ],
)
def test_offices_of_two_of_another_day_and_of_nobody(text: str, quote: str, keys: set[str]) -> None:
    assert meant_by(text, quote) == keys
