"""The invented war as tables; each line one thing, columns parted by bars."""

from __future__ import annotations

#: slug | label | class | other names
ACTORS = """
varesh|Varesh|State|Republic of Varesh;Vareshi government
ostrava-union|Northern Union|State|the Union
kelmar|Kelmar|State|Kelmari Republic
varesh-army|Vareshi Army|ArmedForces|government forces;the army
varesh-air-force|Vareshi Air Force|ArmedForces|
union-air-force|Union Air Force|ArmedForces|Union jets
kelmar-army|Kelmari Armed Forces|ArmedForces|Kelmari troops
river-front|River Liberation Front|ArmedGroup|RLF;Front fighters
hill-brigades|Hill Brigades|ArmedGroup|Jabal brigades
black-pine|Movement of the Black Pine|ArmedGroup|Black Pine;BP
eastern-guard|Eastern Home Guard|ArmedGroup|EHG
red-lantern|Red Lantern Society|Organization|Red Lantern
peace-office|Regional Peace Office|Organization|RPO
monitor|Varesh War Monitor|Organization|VWM
toma-iren|Toma Iren|Person|General Iren
sade-olun|Sade Olun|Person|
mira-tal|Mira Tal|Person|
civilians|civilians|Population|residents
displaced|displaced people|Population|
"""
#: slug | label | class | slug of the larger place
PLACES = """
varesh-land|Varesh|Country|
north-province|North Province|AdministrativeArea|varesh-land
river-province|River Province|AdministrativeArea|varesh-land
tolm|Tolm|Settlement|north-province
ardesh|Ardesh|Settlement|north-province
kesh-al-marj|Kesh al-Marj|Settlement|north-province
bridge-town|Three Bridges|Settlement|river-province
lower-sarn|Lower Sarn|Settlement|river-province
upper-sarn|Upper Sarn|Settlement|river-province
halim-crossing|Halim border crossing|Facility|north-province
tolm-hospital|Tolm Central Hospital|Facility|tolm
airfield|Dry Lake airfield|Facility|river-province
buffer|northern buffer zone|Area|north-province
"""
#: slug | label | day | parties | guarantors | brokers | where it applies
DEALS = """
harbour-accord|Harbour Accord|2018-09-17|varesh,river-front|ostrava-union,kelmar|peace-office|buffer
winter-truce|Winter Truce|2019-01-10|varesh,hill-brigades||red-lantern|north-province
"""
#: type | initiators | targets | others | place | day | deal | killed, by voice | stance;
#: each voice of the killed is "low-high@speaker", and voices are parted by semicolons
EVENTS = """
AirStrike|union-air-force|river-front||tolm|2019-05-02||12-12@monitor;19-@red-lantern|Asserted
AirStrike|varesh-air-force|civilians||kesh-al-marj|2019-05-04||7-7@|Asserted
AirStrike|union-air-force|civilians||tolm-hospital|2019-05-06|harbour-accord|3-5@red-lantern|Denied
Shelling|varesh-army|hill-brigades||ardesh|2019-05-06||4-4@monitor|Asserted
Shelling|river-front|varesh-army||airfield|2019-05-07||-20@|Alleged
Clash|||varesh-army,river-front|bridge-town|2019-05-08||35-@monitor;28-28@|Asserted
Clash|||hill-brigades,black-pine|ardesh|2019-05-09||6-6@|Asserted
Offensive|varesh-army|river-front||lower-sarn|2019-05-11|||Asserted
Capture|varesh-army|river-front||lower-sarn|2019-05-14||9-9@|Asserted
Capture|black-pine|hill-brigades||kesh-al-marj|2019-05-15|||Asserted
Withdrawal|river-front|||upper-sarn|2019-05-16|||Planned
Deployment|kelmar-army|||buffer|2019-05-17|harbour-accord||Asserted
Killing|black-pine|civilians||ardesh|2019-05-18||2-2@monitor|Alleged
Displacement|||displaced|lower-sarn|2019-05-12|||Asserted
FacilityLoss|||civilians|tolm-hospital|2019-05-06|||Asserted
AidDelivery|red-lantern|displaced||halim-crossing|2019-05-20|||Asserted
Closure|kelmar|||halim-crossing|2019-05-21|||Asserted
CeasefireAgreement|||varesh,river-front||2018-09-17|harbour-accord||Asserted
CeasefireViolation|varesh|river-front||tolm|2019-05-02|harbour-accord||Alleged
CeasefireViolation|hill-brigades|varesh||ardesh|2019-02-01|winter-truce||Alleged
Negotiation|||ostrava-union,kelmar||2019-05-22|||Planned
Accusation|kelmar|varesh|||2019-05-05|harbour-accord||Asserted
Condemnation|peace-office|ostrava-union|||2019-05-07|||Asserted
Protest|||civilians|bridge-town|2019-05-23|||Asserted
"""
#: class | property | actor | property | actor or place
TIES = """
Backing|backer|ostrava-union|backed|varesh
Backing|backer|kelmar|backed|river-front
Backing|backer|kelmar|backed|hill-brigades
Backing|backer|ostrava-union|backed|eastern-guard
Control|controller|varesh-army|controlled|lower-sarn
Control|controller|river-front|controlled|tolm
Control|controller|black-pine|controlled|kesh-al-marj
Control|controller|eastern-guard|controlled|airfield
Affiliation|member|varesh-army|group|varesh
Affiliation|member|eastern-guard|group|varesh-army
Affiliation|member|black-pine|group|hill-brigades
Leadership|person|toma-iren|organization|varesh-army
Leadership|person|sade-olun|organization|river-front
Leadership|person|mira-tal|organization|red-lantern
"""
#: event class -> the class above it
ABOVE = {
    "AirStrike": "Bombardment",
    "Shelling": "Bombardment",
    "Bombardment": "Attack",
    **dict.fromkeys(
        ("Attack", "Clash", "Offensive", "Capture", "Withdrawal", "Deployment", "Killing"),
        "ArmedEvent",
    ),
    **dict.fromkeys(
        ("Displacement", "FacilityLoss", "AidDelivery", "Closure"), "HumanitarianEvent"
    ),
    **dict.fromkeys(
        ("CeasefireAgreement", "CeasefireViolation", "Negotiation", "Statement"),
        "DiplomaticEvent",
    ),
    "Accusation": "Statement",
    "Condemnation": "Statement",
    **dict.fromkeys(("ArmedEvent", "HumanitarianEvent", "DiplomaticEvent", "Protest"), "Event"),
}
