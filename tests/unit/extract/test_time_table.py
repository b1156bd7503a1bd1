"""Expressions of time against the intervals a careful reader would give them.

The reference day is Wednesday 17 March 2021 throughout.
"""

from __future__ import annotations

import datetime

import pytest

from kg.extract.time import expressions
from kg.model import Day

ISSUED = datetime.date(2021, 3, 17)

#: Sentence with the expression between bars, begin, end (month-day of 2021, or a full date, or
#: "" where it must stay open), precision.
TABLE = """
Shells fell |on Wednesday|.                          | 03-17 | 03-17 | day
Shells fell |on Tuesday|.                            | 03-16 | 03-16 | day
Shells fell |on Thursday|.                           | 03-11 | 03-11 | day
The army said |Sunday| that it had won.              | 03-14 | 03-14 | day
Jets struck the port |Monday| in two waves.          | 03-15 | 03-15 | day
It began |last Wednesday| at dawn.                   | 03-10 | 03-10 | day
It began |last Friday| at dawn.                      | 03-12 | 03-12 | day
Talks resume |next Monday| in Geneva.                | 03-22 | 03-22 | day
Talks resume |next Wednesday| in Geneva.             | 03-24 | 03-24 | day
The raid came |late on Saturday|.                    | 03-13 | 03-13 | day
The raid came |early Sunday|.                        | 03-14 | 03-14 | day
The raid came |on Friday night|.                     | 03-12 | 03-12 | day
The raid came |Tuesday morning|.                     | 03-16 | 03-16 | day
|Earlier Wednesday| a mine went off.                 | 03-17 | 03-17 | day
It follows |Monday|'s attack.                        | 03-15 | 03-15 | day
It follows |Mondays| attack.                         | 03-15 | 03-15 | day
They left |Sunday last week|.                        | 03-14 | 03-14 | day
They left |Tuesday of last week|.                    | 03-09 | 03-09 | day
A truce will take hold |on Friday|.                  | 03-19 | 03-19 | day
A truce would begin |Saturday|, he said.             | 03-20 | 03-20 | day
A truce is due to start |on Sunday|.                 | 03-21 | 03-21 | day
A vote is scheduled for |Thursday|.                  | 03-18 | 03-18 | day
It will fight on, the group said |on Monday|.        | 03-15 | 03-15 | day
They would have left |on Friday|.                    | 03-12 | 03-12 | day
Clashes on |Saturday and Sunday| killed ten.         | 03-13 | 03-14 | days
|Between Sunday and Monday| the front moved.         | 03-14 | 03-15 | days
|Between Monday and Sunday| the front moved.         | 03-08 | 03-14 | days
It lasted |from Thursday to Saturday|.               | 03-11 | 03-13 | days
It lasted |from Friday until Tuesday|.               | 03-12 | 03-16 | days
The night of |Monday to Tuesday| was loud.           | 03-15 | 03-16 | days
|Overnight| jets struck.                             | 03-16 | 03-17 | days
Jets struck |overnight Saturday|.                    | 03-13 | 03-14 | days
Jets struck |overnight on Sunday|.                   | 03-14 | 03-15 | days
Jets struck |today|.                                 | 03-17 | 03-17 | day
Jets struck |earlier today|.                         | 03-17 | 03-17 | day
Jets struck |this morning|.                          | 03-17 | 03-17 | day
Jets struck |yesterday|.                             | 03-16 | 03-16 | day
Jets struck |yesterday evening|.                     | 03-16 | 03-16 | day
Jets struck |the day before yesterday|.              | 03-15 | 03-15 | day
Jets struck |last night|.                            | 03-16 | 03-16 | day
The council meets |tomorrow|.                        | 03-18 | 03-18 | day
The council meets |tonight|.                         | 03-17 | 03-17 | day
Fighting eased |this week|.                          | 03-15 | 03-17 | week
Fighting eased |earlier this week|.                  | 03-15 | 03-17 | week
They aim to meet, and will do so |this week|.        | 03-15 | 03-21 | week
They will meet |later this week|.                    | 03-17 | 03-21 | week
Fighting eased |last week|.                          | 03-08 | 03-14 | week
Fighting eased |late last week|.                     | 03-11 | 03-14 | week
Fighting eased |early last week|.                    | 03-08 | 03-10 | week
Talks go on |next week|.                             | 03-22 | 03-28 | week
Fighting eased |this month|.                         | 03-01 | 03-17 | month
Fighting eased |earlier this month|.                 | 03-01 | 03-17 | month
Aid will come |later this month|.                    | 03-17 | 03-31 | month
Fighting eased |last month|.                         | 02-01 | 02-28 | month
Fighting eased |late last month|.                    | 02-21 | 02-28 | month
At |the end of last month| it eased.                 | 02-21 | 02-28 | month
Talks go on |next month|.                            | 04-01 | 04-30 | month
Fighting eased |this year|.                          | 01-01 | 03-17 | year
Fighting eased |earlier this year|.                  |       |       | span
Fighting eased |last year|.                          | 2020-01-01 | 2020-12-31 | year
Fighting eased |late last year|.                     | 2020-09-01 | 2020-12-31 | year
By |the end of last year| it eased.                  | 2020-11-01 | 2020-12-31 | year
A poll is held |next year|.                          | 2022-01-01 | 2022-12-31 | year
|Since the start of the year| it has eased.          | 01-01 | 03-17 | span
Nine died in |the past 24 hours|.                    | 03-16 | 03-17 | days
Nine died in |the last 48 hours|.                    | 03-15 | 03-17 | days
Nine died over |the past 36 hours|.                  | 03-15 | 03-17 | days
Nine died over |the past two weeks|.                 | 03-03 | 03-17 | days
Nine died over |the last ten days|.                  | 03-07 | 03-17 | days
Nine died over |the past week|.                      | 03-10 | 03-17 | -
Nine died in |the past month|.                       | 02-17 | 03-17 | -
Nine died in |the last three months|.                | 2020-12-17 | 03-17 | days
Nine died in |the past year|.                        | 2020-03-17 | 03-17 | -
Nine died in |the last few days|.                    | 03-10 | 03-17 | days
Nine died in |the past few weeks|.                   |       |       | span
Nine died in |recent days|.                          | 03-10 | 03-17 | days
Nine died in |recent hours|.                         | 03-16 | 03-17 | days
Nine died in |recent weeks|.                         |       |       | span
Nine died in |recent months|.                        |       |       | span
Nine died |in 24 hours|.                             | 03-16 | 03-17 | days
Nine died |in four days|.                            | 03-13 | 03-17 | days
Nine died |in just over two weeks|.                  | 03-03 | 03-17 | days
It was razed |over just 24 hours|.                   | 03-16 | 03-17 | days
It will be cleared |within 48 hours|.                |       |       | -
Nine died in |two days of| clashes.                  | 03-16 | 03-17 | days
Nine died in |three days of| raids.                  | 03-15 | 03-17 | days
After |24 hours of| shelling they left.              | 03-16 | 03-17 | days
After |two weeks of| shelling they left.             | 03-03 | 03-17 | days
It has raged |for two days|.                         | 03-15 | 03-17 | days
It has raged |for a week|.                           | 03-10 | 03-17 | days
It has raged |for more than two weeks|.              | 03-03 | 03-17 | days
It has raged |for several weeks|.                    |       |       | span
It has raged |for weeks|.                            |       |       | span
It has raged |for years|.                            |       |       | span
He fled |three days ago|.                            | 03-14 | 03-14 | day
He fled |a week ago|.                                | 03-07 | 03-13 | week
He fled |two weeks ago|.                             | 02-28 | 03-06 | week
He fled |a fortnight ago|.                           | 02-28 | 03-06 | week
He fled |two months ago|.                            | 01-01 | 01-31 | month
He fled |a year ago|.                                | 2020-01-01 | 2020-12-31 | year
He fled |more than two years ago|.                   | 2019-01-01 | 2019-12-31 | year
He fled |six hours ago|.                             | 03-16 | 03-17 | days
He fled |several weeks ago|.                         |       |       | span
He fled |years ago|.                                 |       |       | span
He had fled |two weeks earlier|.                     |       |       | span
Raids went on over |the weekend|.                    | 03-13 | 03-14 | days
Raids went on |last weekend|.                        | 03-13 | 03-14 | days
Talks are held |next weekend|.                       | 03-20 | 03-21 | days
It fell |on the same day|.                           |       |       | day
It fell |the day before|.                            |       |       | day
It fell on 2 March and rose |the next day|.          | 03-03 | 03-03 | day
It fell on Saturday and rose |two days later|.       | 03-15 | 03-15 | day
It fell on Monday; |the previous day| it stood.      | 03-14 | 03-14 | day
It fell |since the end of January|.                  | 01-21 | 03-17 | span
It fell |since early March|.                         | 03-01 | 03-17 | span
It fell |since mid-February|.                        | 02-11 | 03-17 | span
It fell |since late December|.                       | 2020-12-21 | 03-17 | span
It fell |since the beginning of November|.           | 2020-11-01 | 03-17 | span
It fell |since the middle of October|.               | 2020-10-11 | 03-17 | span
It fell |since December 25|.                         | 2020-12-25 | 03-17 | span
It fell |since 9 March|.                             | 03-09 | 03-17 | span
It fell |since June|.                                | 2020-06-01 | 03-17 | span
It fell |since March 2015|.                          | 2015-03-01 | 03-17 | span
It fell |since 2014|.                                | 2014-01-01 | 03-17 | span
It fell |since early 2014|.                          | 2014-01-01 | 03-17 | span
It fell |since Sunday|.                              | 03-14 | 03-17 | span
It fell |since last week|.                           | 03-08 | 03-17 | span
It fell |since yesterday|.                           | 03-16 | 03-17 | span
It fell |since spring|.                              | 03-01 | 03-17 | span
It fell |since the 2003| war.                        | 2003-01-01 | 03-17 | span
It fell in |late August|.                            | 2020-08-21 | 2020-08-31 | month
It fell in |early December|.                         | 2020-12-01 | 2020-12-10 | month
It fell in |mid-January|.                            | 01-11 | 01-20 | month
It fell at |the end of February|.                    | 02-21 | 02-28 | month
It fell at |the start of March|.                     | 03-01 | 03-10 | month
It fell in |February|.                               | 02-01 | 02-28 | month
It fell in |March|.                                  | 03-01 | 03-31 | month
It fell in |April|.                                  | 2020-04-01 | 2020-04-30 | month
It fell |last September|.                            | 2020-09-01 | 2020-09-30 | month
It fell |last March|.                                | 2020-03-01 | 2020-03-31 | month
It fell in |April last year|.                        | 2020-04-01 | 2020-04-30 | month
It fell in |January this year|.                      | 01-01 | 01-31 | month
It fell in |September 2018|.                         | 2018-09-01 | 2018-09-30 | month
It fell in |Sept. 2018|.                             | 2018-09-01 | 2018-09-30 | month
It fell in |late September 2018|.                    | 2018-09-21 | 2018-09-30 | month
It fell in |May of 2016|.                            | 2016-05-01 | 2016-05-31 | month
It fell on |September 17|.                           | 2020-09-17 | 2020-09-17 | day
It fell on |Sept. 17|.                               | 2020-09-17 | 2020-09-17 | day
It fell on |March 5|.                                | 03-05 | 03-05 | day
It fell on |5th March|.                              | 03-05 | 03-05 | day
It fell on |the 5th of March|.                       | 03-05 | 03-05 | day
It fell on |17 September 2018|.                      | 2018-09-17 | 2018-09-17 | day
It fell on |September 17, 2018|.                     | 2018-09-17 | 2018-09-17 | day
It fell on |Monday, September 17, 2018|.             | 2018-09-17 | 2018-09-17 | day
It fell on |Sunday 14 March|.                        | 03-14 | 03-14 | day
It fell on |Tuesday, March 9|.                       | 03-09 | 03-09 | day
Seen |2018-09-17| at noon.                           | 2018-09-17 | 2018-09-17 | day
Seen |17.09.2018| at noon.                           | 2018-09-17 | 2018-09-17 | day
Seen |17/09/2018| at noon.                           | 2018-09-17 | 2018-09-17 | day
Seen |Sep 172018| at noon.                           | 2018-09-17 | 2018-09-17 | day
They met on |January 29 and 30| in Sochi.            | 01-29 | 01-30 | days
They hope to meet on |April 29 and 30| in Sochi.     | 04-29 | 04-30 | days
They will meet on |April 2| in Sochi.                | 04-02 | 04-02 | day
They met on |3 and 4 June 2019| there.               | 2019-06-03 | 2019-06-04 | days
They met on |June 3-5, 2019| there.                  | 2019-06-03 | 2019-06-05 | days
It raged |between 5 and 9 March|.                    | 03-05 | 03-09 | days
It raged |between the end of February and 9 March|.  | 02-21 | 03-09 | span
It raged |from 26 December to 4 January|.            | 2020-12-26 | 01-04 | span
It raged |from 30 May 2019 to 2 June 2019|.          | 2019-05-30 | 2019-06-02 | span
It raged |between April and August 2019|.            | 2019-04-01 | 2019-08-31 | span
It raged in |April and August 2019|.                 | 2019-04-01 | 2019-08-31 | span
It raged |between April and September last year|.    | 2020-04-01 | 2020-09-30 | span
It raged |from November to January|.                 | 2020-11-01 | 01-31 | span
It raged |from December 2017 to March|.              | 2017-12-01 | 2018-03-31 | span
It raged |from early 2014 until mid-2016|.           | 2014-01-01 | 2016-08-31 | span
It raged |between 2011 and 2015|.                    | 2011-01-01 | 2015-12-31 | span
In the war of |2011-2015| many died.                 | 2011-01-01 | 2015-12-31 | span
It raged |until Monday|.                             |       | 03-15 | span
It raged |until late 2016|.                          |       | 2016-12-31 | span
It was calm |before 2011|.                           |       | 2010-12-31 | span
It fell in |2016|.                                   | 2016-01-01 | 2016-12-31 | year
It fell in |early 2016|.                             | 2016-01-01 | 2016-04-30 | year
It fell in |mid-2012|.                               | 2012-05-01 | 2012-08-31 | year
It fell in |late 2015|.                              | 2015-09-01 | 2015-12-31 | year
It fell at |the end of 2015|.                        | 2015-11-01 | 2015-12-31 | year
It fell at |the beginning of 2015|.                  | 2015-01-01 | 2015-02-28 | year
A |1994| truce still holds.                          | 1994-01-01 | 1994-12-31 | year
It fell in |the summer of 2014|.                     | 2014-06-01 | 2014-08-31 | season
It fell in |spring 2015|.                            | 2015-03-01 | 2015-05-31 | season
It fell in |the fall of 2016|.                       | 2016-09-01 | 2016-11-30 | season
It fell in |the winter of 2016|.                     | 2016-12-01 | 2017-02-28 | season
It fell |last summer|.                               | 2020-06-01 | 2020-08-31 | season
It fell |this winter|.                               | 2020-12-01 | 02-28 | season
It fell |late Monday night|.                         | 03-15 | 03-15 | day
It fell |on the night of Saturday|.                  | 03-13 | 03-13 | day
It fell |on Sunday evening|.                         | 03-14 | 03-14 | day
It fell |at dawn on Tuesday|.                        | 03-16 | 03-16 | day
It fell at noon |on Friday|.                         | 03-12 | 03-12 | day
The army, on |Monday|, denied it.                    | 03-15 | 03-15 | day
A raid |on Wednesday morning| killed two.            | 03-17 | 03-17 | day
Raids |on Monday and Tuesday| killed two.            | 03-15 | 03-16 | days
Raids from |Monday to Wednesday| killed two.         | 03-15 | 03-17 | days
Raids |overnight Monday to Tuesday| killed two.      | 03-15 | 03-16 | days
It fell |early this morning|.                        | 03-17 | 03-17 | day
It fell |this evening|.                              | 03-17 | 03-17 | day
It fell |this afternoon|.                            | 03-17 | 03-17 | day
It fell |yesterday morning|.                         | 03-16 | 03-16 | day
It fell |late yesterday|.                            | 03-16 | 03-16 | day
It starts |tomorrow morning|.                        | 03-18 | 03-18 | day
The truce will start |on Monday|.                    | 03-22 | 03-22 | day
Nine died in |the previous 24 hours|.                | 03-16 | 03-17 | days
Nine died in |the last two days|.                    | 03-15 | 03-17 | days
Nine died in |the past five days|.                   | 03-12 | 03-17 | days
Nine died in |the past 72 hours|.                    | 03-14 | 03-17 | days
Nine died in |the last six months|.                  | 2020-09-17 | 03-17 | days
Nine died in |the past two years|.                   | 2019-03-17 | 03-17 | days
Nine died over |the past several months|.            |       |       | span
Nine died in |recent years|.                         |       |       | span
It has raged |for three weeks|.                      | 02-24 | 03-17 | days
It has raged |for ten days|.                         | 03-07 | 03-17 | days
It has raged |for months|.                           |       |       | span
It has raged |for almost a month|.                   | 02-17 | 03-17 | days
He fled |two days ago|.                              | 03-15 | 03-15 | day
He fled |ten days ago|.                              | 03-07 | 03-07 | day
He fled |three weeks ago|.                           | 02-21 | 02-27 | week
He fled |a month ago|.                               | 02-01 | 02-28 | month
He fled |six months ago|.                            | 2020-09-01 | 2020-09-30 | month
He fled |five years ago|.                            | 2016-01-01 | 2016-12-31 | year
He fled |some days ago|.                             |       |       | span
He fled |months ago|.                                |       |       | span
It fell |since mid-March|.                           | 03-11 | 03-17 | span
It fell |since late April|.                          | 2020-04-21 | 03-17 | span
It fell |since the end of April|.                    | 2020-04-21 | 03-17 | span
It fell |since November 2019|.                       | 2019-11-01 | 03-17 | span
It fell |since 3 November 2019|.                     | 2019-11-03 | 03-17 | span
It fell |since Friday|.                              | 03-12 | 03-17 | span
It fell |since last month|.                          | 02-01 | 03-17 | span
It fell |since last year|.                           | 2020-01-01 | 03-17 | span
It fell |since 2011|.                                | 2011-01-01 | 03-17 | span
It fell |since mid-2012|.                            | 2012-05-01 | 03-17 | span
It fell |since the summer of 2015|.                  | 2015-06-01 | 03-17 | span
It fell in |late May|.                               | 2020-05-21 | 2020-05-31 | month
It fell in |early July|.                             | 2020-07-01 | 2020-07-10 | month
It fell in |mid-August|.                             | 2020-08-11 | 2020-08-20 | month
It fell in |early March|.                            | 03-01 | 03-10 | month
It fell in |late February 2020|.                     | 2020-02-21 | 2020-02-29 | month
It fell in |mid-June 2014|.                          | 2014-06-11 | 2014-06-20 | month
It fell in |the middle of June|.                     | 2020-06-11 | 2020-06-20 | month
It fell in |the beginning of June 2014|.             | 2014-06-01 | 2014-06-10 | month
It fell in |Jan. 2019|.                              | 2019-01-01 | 2019-01-31 | month
It fell in |Aug 2019|.                               | 2019-08-01 | 2019-08-31 | month
It fell in |December, 2019|.                         | 2019-12-01 | 2019-12-31 | month
It fell |next July|.                                 | 07-01 | 07-31 | month
It fell on |Dec. 25|.                                | 2020-12-25 | 2020-12-25 | day
It fell on |25 December|.                            | 2020-12-25 | 2020-12-25 | day
It fell on |the 25th of December 2018|.              | 2018-12-25 | 2018-12-25 | day
It fell on |December 25th, 2018|.                    | 2018-12-25 | 2018-12-25 | day
It fell on |Tuesday 25 December 2018|.               | 2018-12-25 | 2018-12-25 | day
It fell on |Tues., Dec. 25, 2018|.                   | 2018-12-25 | 2018-12-25 | day
It fell on |25 Dec 2018|.                            | 2018-12-25 | 2018-12-25 | day
It fell on |31/12/2018|.                             | 2018-12-31 | 2018-12-31 | day
It fell on |December 31, 2018|, a Monday.            | 2018-12-31 | 2018-12-31 | day
They met on |10 and 11 March|.                       | 03-10 | 03-11 | days
They met on |March 10-11|.                           | 03-10 | 03-11 | days
They met |from March 8 to 12|.                       | 03-08 | 03-12 | days
It raged |from 2014 to 2016|.                        | 2014-01-01 | 2016-12-31 | span
It raged |between 2014 and early 2016|.              | 2014-01-01 | 2016-04-30 | span
It raged |from March 2014 to June 2015|.             | 2014-03-01 | 2015-06-30 | span
It raged |between May and July|.                     | 2020-05-01 | 2020-07-31 | span
It raged |until the end of 2016|.                    |       | 2016-12-31 | span
It raged |until March 2015|.                         |       | 2015-03-31 | span
It was calm |before Sunday|.                         |       | 03-13 | span
It fell in |1991|.                                   | 1991-01-01 | 1991-12-31 | year
It fell in |the autumn of 2018|.                     | 2018-09-01 | 2018-11-30 | season
It fell in |winter 2013|.                            | 2013-12-01 | 2014-02-28 | season
It fell in |early spring 2015|.                      | 2015-03-01 | 2015-05-31 | -
It fell |last winter|.                               | 2020-12-01 | 02-28 | season
It fell |last autumn|.                               | 2020-09-01 | 2020-11-30 | season
It has raged |for about a week|.                     | 03-10 | 03-17 | days
It has raged |for nearly two weeks|.                 | 03-03 | 03-17 | days
"""


#: The same at the turn of a month and of a year: the reference day (a Tuesday after a leap day, a
#: Thursday that opens a year) comes first, and dates are in full.
TURNS = """
2016-03-01: It fell |on Monday|. | 2016-02-29 | 2016-02-29 | day
2016-03-01: It fell |yesterday|. | 2016-02-29 | 2016-02-29 | day
2016-03-01: It fell |last month|. | 2016-02-01 | 2016-02-29 | month
2016-03-01: It fell |last week|. | 2016-02-22 | 2016-02-28 | week
2016-03-01: It fell in |February|. | 2016-02-01 | 2016-02-29 | month
2016-03-01: It fell on |February 29|. | 2016-02-29 | 2016-02-29 | day
2016-03-01: It fell over |the weekend|. | 2016-02-27 | 2016-02-28 | days
2016-03-01: It fell in |late February|. | 2016-02-21 | 2016-02-29 | month
2016-03-01: It fell in |the past month|. | 2016-02-01 | 2016-03-01 | days
2016-03-01: Nine died in |the last two days|. | 2016-02-28 | 2016-03-01 | days
2016-03-01: It fell |a year ago|. | 2015-01-01 | 2015-12-31 | year
2016-03-01: It fell |this winter|. | 2015-12-01 | 2016-02-29 | season
2016-03-01: It fell |overnight|. | 2016-02-29 | 2016-03-01 | days
2016-03-01: It fell |two days ago|. | 2016-02-28 | 2016-02-28 | day
2015-01-01: It fell |on Wednesday|. | 2014-12-31 | 2014-12-31 | day
2015-01-01: It fell |on Thursday|. | 2015-01-01 | 2015-01-01 | day
2015-01-01: It fell |on Friday|. | 2014-12-26 | 2014-12-26 | day
2015-01-01: It fell |last month|. | 2014-12-01 | 2014-12-31 | month
2015-01-01: It fell in |December|. | 2014-12-01 | 2014-12-31 | month
2015-01-01: It fell on |December 31|. | 2014-12-31 | 2014-12-31 | day
2015-01-01: It fell |last week|. | 2014-12-22 | 2014-12-28 | week
2015-01-01: It fell |this week|. | 2014-12-29 | 2015-01-01 | week
2015-01-01: It fell |last year|. | 2014-01-01 | 2014-12-31 | year
2015-01-01: It fell |since Monday|. | 2014-12-29 | 2015-01-01 | span
2015-01-01: They will meet on |January 2|. | 2015-01-02 | 2015-01-02 | day
2015-01-01: They will meet |next week|. | 2015-01-05 | 2015-01-11 | week
2015-01-01: They will meet |next month|. | 2015-02-01 | 2015-02-28 | month
2015-01-01: They will meet |next year|. | 2016-01-01 | 2016-12-31 | year
2015-01-01: It fell |overnight|. | 2014-12-31 | 2015-01-01 | days
2015-01-01: It fell in |late December|. | 2014-12-21 | 2014-12-31 | month
2015-01-01: It fell over |the past 24 hours|. | 2014-12-31 | 2015-01-01 | days
2015-01-01: It fell |between Sunday and Tuesday|. | 2014-12-28 | 2014-12-30 | days
2015-01-01: It fell |three weeks ago|. | 2014-12-08 | 2014-12-14 | week
2015-01-01: It fell |last summer|. | 2014-06-01 | 2014-08-31 | season
2015-01-01: It fell |yesterday|. | 2014-12-31 | 2014-12-31 | day
2021-03-17: Clashes went on |for a third day|. | 2021-03-15 | 2021-03-17 | days
2021-03-17: Jets struck the city |for the fifth straight day|. | 2021-03-13 | 2021-03-17 | days
2021-03-17: The offensive entered its |fourth day|. | 2021-03-14 | 2021-03-17 | days
2021-03-17: It is |the tenth day of| the siege. | 2021-03-08 | 2021-03-17 | days
2021-03-17: Protests went on |for a second week|. | 2021-03-03 | 2021-03-17 | span
2021-03-17: It was the |6th day of| the push. | 2021-03-12 | 2021-03-17 | days
2021-03-17: They shelled it |in that period|. | | | span
"""


def _rows(table: str) -> list[tuple[str, str, str, str, str]]:
    rows = []
    for line in table.strip().splitlines():
        before, told, rest = line.split("|", 2)
        after, *expected = rest.rsplit("|", 3)
        begin, end, precision = (cell.strip() for cell in expected)
        rows.append((before + told + after.rstrip(), told, begin, end, precision))
    return rows


def _day(written: str) -> Day | None:
    if not written:
        return None
    return _date(written if len(written) == 10 else f"2021-{written}")


def _date(written: str) -> Day:
    return datetime.date.fromisoformat(written)


@pytest.mark.parametrize(("sentence", "told", "begin", "end", "precision"), _rows(TABLE))
def test_the_words_mean_this_interval(
    sentence: str, told: str, begin: str, end: str, precision: str
) -> None:
    assert _meaning(sentence, told, ISSUED, precision) == (_day(begin), _day(end))


@pytest.mark.parametrize(("sentence", "told", "begin", "end", "precision"), _rows(TURNS))
def test_months_and_years_turn(
    sentence: str, told: str, begin: str, end: str, precision: str
) -> None:
    issued, _, rest = sentence.partition(": ")
    assert _meaning(rest, told, _date(issued), precision) == (_day(begin), _day(end))


def _meaning(
    sentence: str, told: str, issued: Day, precision: str
) -> tuple[Day | None, Day | None]:
    """The interval of the one expression that overlaps the words, its precision checked."""
    start = sentence.index(told)
    stop = start + len(told)
    found = [one for one in expressions(sentence, issued) if one.start < stop and start < one.end]
    assert len(found) == 1
    assert precision in ("-", found[0].precision)
    return found[0].interval.begin, found[0].interval.end


def test_the_table_is_long_enough() -> None:
    rows = _rows(TABLE) + _rows(TURNS)
    assert len(rows) >= 300
    assert len({row[0] for row in rows}) == len(rows)
