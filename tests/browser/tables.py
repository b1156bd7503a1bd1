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
salt-office|Salt Office|Organization|
amir-salt|Amir Salt|Person|
red-lantern|Red Lantern Society|Organization|Red Lantern
peace-office|Regional Peace Office|Organization|RPO
monitor|Varesh War Monitor|Organization|VWM
toma-iren|Toma Iren|Person|General Iren
sade-olun|Sade Olun|Person|
mira-tal|Mira Tal|Person|
west-guard|Western Home Guard|ArmedGroup|WHG
lake-militia|Lake Militia|ArmedGroup|
dawn-column|Dawn Column|ArmedGroup|
iron-ring|Iron Ring Battalion|ArmedGroup|
north-scouts|Northern Scouts|ArmedGroup|
border-police|Vareshi Border Police|ArmedForces|
river-fleet|River Fleet|ArmedForces|
sorrel|Republic of Sorrel|State|Sorrel
union-council|Council of the Union|Organization|
daily-mirror|Tolm Daily|Organization|
elu-varan|Elu Varan|Person|
ori-denn|Ori Denn|Person|
teachers|teachers|Population|
civilians|civilians|Population|residents
displaced|displaced people|Population|
"""
#: slug | label | class | slug of the larger place | latitude | longitude
PLACES = """
varesh-land|Varesh|Country||35.2|38.5
north-province|North Province|AdministrativeArea|varesh-land|35.9|36.7
river-province|River Province|AdministrativeArea|varesh-land|35.4|37.6
tolm|Tolm|Settlement|north-province|35.93|36.63
ardesh|Ardesh|Settlement|north-province|35.65|36.68
kesh-al-marj|Kesh al-Marj|Settlement|north-province|36.1|36.9
bridge-town|Three Bridges|Settlement|river-province|35.3|37.9
lower-sarn|Lower Sarn|Settlement|river-province|35.5|37.3
upper-sarn|Upper Sarn|Settlement|river-province|35.55|37.45
halim-crossing|Halim border crossing|Facility|north-province|36.2|36.6
tolm-hospital|Tolm Central Hospital|Facility|tolm|35.94|36.64
airfield|Dry Lake airfield|Facility|river-province|35.1|37.2
buffer|northern buffer zone|Area|north-province|35.8|36.5
sedge|Sedge|Settlement|river-province|35.2|37.7
olum|Olum|Settlement|river-province|35.25|38.1
pale-rock|Pale Rock|Settlement|north-province|36.0|36.4
mills|The Mills|Settlement|north-province|35.7|36.9
quarry|Quarry Road|Settlement|north-province||
low-ford|Low Ford|Settlement|river-province|35.35|37.4
east-gate|East Gate|Settlement|varesh-land|34.9|38.9
salt-pans|Salt Pans|Area|varesh-land|34.8|38.3
grey-camp|Grey Camp|Facility|north-province|36.15|36.75
depot|Northern depot|Facility|north-province|36.05|36.8
ridge|Long Ridge|Area|north-province|35.75|36.35
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
Protest|||teachers|varesh-land|2019-05-23|||Asserted
Denial|varesh|daily-mirror|||2019-05-08|||Asserted
Displacement|||displaced|river-province|2019-05-15|||Asserted
Accusation|monitor|varesh-air-force||kesh-al-marj|2019-05-05|||Asserted
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
Leadership|person|amir-salt|organization|salt-office
Affiliation|member|salt-office|group|varesh
Leadership|person|elu-varan|organization|lake-militia
Leadership|person|ori-denn|organization|union-council
Backing|backer|sorrel|backed|west-guard
Backing|backer|sorrel|backed|lake-militia
Affiliation|member|west-guard|group|hill-brigades
Affiliation|member|dawn-column|group|river-front
Affiliation|member|iron-ring|group|black-pine
Affiliation|member|north-scouts|group|varesh-army
Affiliation|member|border-police|group|varesh
Affiliation|member|river-fleet|group|varesh-army
Affiliation|member|union-council|group|ostrava-union
Control|controller|west-guard|controlled|sedge
Control|controller|lake-militia|controlled|low-ford
Control|controller|dawn-column|controlled|olum
Control|controller|iron-ring|controlled|pale-rock
Control|controller|north-scouts|controlled|mills
Control|controller|border-police|controlled|grey-camp
Control|controller|river-fleet|controlled|depot
Control|controller|varesh-army|controlled|quarry
Control|controller|varesh-army|controlled|east-gate
Control|controller|eastern-guard|controlled|salt-pans
Control|controller|hill-brigades|controlled|ridge
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
    "Denial": "Statement",
    "Condemnation": "Statement",
    **dict.fromkeys(("ArmedEvent", "HumanitarianEvent", "DiplomaticEvent", "Protest"), "Event"),
}
