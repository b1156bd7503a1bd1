"""Sentences with their trees in both label schemes, as `language.trees` reads them."""

from __future__ import annotations

ACTIVE = (
    "Rebels/NOUN/nsubj@5 ,/PUNCT/punct@3 jihadists/NOUN/conj@1 have/AUX/aux@5 shelled/VERB/root@0 "
    "the/DET/det@7 town/NOUN/obj@5/dobj@5 and/CCONJ/cc@9/cc@7 bridge/NOUN/conj@7"
)
PASSIVE = (
    "The/DET/det@2 town/NOUN/nsubj:pass@4/nsubjpass@4 was/AUX/aux:pass@4/auxpass@4 "
    "shelled/VERB/root@0 by/ADP/case@6/agent@4 jets/NOUN/obl:agent@4/pobj@5 "
    "and/CCONJ/cc@8/cc@6 drones/NOUN/conj@6"
)
PARTICIPLE = (
    "Fighters/NOUN/nsubj@5 backed/VERB/acl@1 by/ADP/case@4/agent@2 Ankara/PROPN/obl:agent@2/pobj@3 "
    "advanced/VERB/root@0"
)
PASSIVE_PAIR = (
    "Nine/NUM/nummod@2 men/NOUN/nsubj:pass@4/nsubjpass@4 were/AUX/aux:pass@4/auxpass@4 "
    "killed/VERB/root@0 and/CCONJ/cc@6/cc@4 wounded/VERB/conj@4"
)
ACTIVE_PAIR = (
    "Troops/NOUN/nsubj@2 stormed/VERB/root@0 Saraqib/PROPN/obj@2/dobj@2 ,/PUNCT/punct@5/punct@2 "
    "burned/VERB/conj@2 depots/NOUN/obj@5/dobj@5 and/CCONJ/cc@8/cc@5 left/VERB/conj@2/conj@5"
)
WHO = (
    "Rebels/NOUN/nsubj@6 who/PRON/nsubj@3 seized/VERB/acl:relcl@1/relcl@1 the/DET/det@5 "
    "base/NOUN/obj@3/dobj@3 withdrew/VERB/root@0"
)
WHO_BY = (
    "Clerics/NOUN/nsubj@7 who/PRON/nsubj:pass@4/nsubjpass@4 were/AUX/aux:pass@4/auxpass@4 "
    "freed/VERB/acl:relcl@1/relcl@1 by/ADP/case@6/agent@4 gunmen/NOUN/obl:agent@4/pobj@5 "
    "returned/VERB/root@0"
)
NEAREST = (
    "Moscow/PROPN/nsubj@8 and/CCONJ/cc@3/cc@1 Ankara/PROPN/conj@1 ,/PUNCT/punct@6 "
    "which/PRON/nsubj@6 "
    "backs/VERB/acl:relcl@1/relcl@1 rebels/NOUN/obj@6/dobj@6 agreed/VERB/root@0"
)
RETAKEN = (
    "They/PRON/nsubj@2 left/VERB/root@0 positions/NOUN/obj@2/dobj@2 troops/NOUN/nsubj@5 "
    "retook/VERB/acl:relcl@3/relcl@3"
)
BOTH_CLAUSES = (
    "Rebels/NOUN/nsubj@7 who/PRON/nsubj@3 left/VERB/acl:relcl@1/relcl@1 Homs/PROPN/obj@3/dobj@3 "
    "and/CCONJ/cc@6/cc@3 fled/VERB/conj@3 regrouped/VERB/root@0"
)
BEGAN = (
    "Troops/NOUN/nsubj@2 began/VERB/root@0 to/PART/mark@4/aux@4 withdraw/VERB/xcomp@2 "
    "from/ADP/case@6/prep@4 Hama/PROPN/obl@4/pobj@5"
)
TOLD = (
    "Officers/NOUN/nsubj@2 urged/VERB/root@0 troops/NOUN/obj@2/dobj@2 to/PART/mark@5/aux@5 "
    "retreat/VERB/xcomp@2"
)
KILLING = (
    "Jets/NOUN/nsubj@2 struck/VERB/root@0 Atarib/PROPN/obj@2/dobj@2 ,/PUNCT/punct@5/punct@2 "
    "killing/VERB/advcl@2 nine/NUM/nummod@7 traders/NOUN/obj@5/dobj@5"
)
SAID = (
    "Medics/NOUN/nsubj@2 said/VERB/root@0 shells/NOUN/nsubj@4 hit/VERB/ccomp@2 "
    "Douma/PROPN/obj@4/dobj@4"
)
NOUN = (
    "An/DET/det@2 attack/NOUN/nsubj@9 by/ADP/case@4/prep@2 rebels/NOUN/nmod@2/pobj@3 "
    "on/ADP/case@6/prep@2 Hama/PROPN/nmod@2/pobj@5 and/CCONJ/cc@8/cc@6 Homs/PROPN/conj@6 "
    "failed/VERB/root@0"
)
CAPTURED = (
    "Villages/NOUN/nsubj@5 captured/VERB/acl@1 in/ADP/case@4/prep@2 May/PROPN/obl@2/pobj@3 "
    "fell/VERB/root@0"
)
DIVERTED = "Aircraft/NOUN/dep@2 diverted/VERB/root@0"
SAID_AND_FREED = (
    "Nine/NUM/nsubj:pass@3/nsubjpass@3 were/AUX/aux:pass@3/auxpass@3 killed/VERB/root@0 "
    "and/CCONJ/cc@7/cc@3 rebels/NOUN/nsubj@7 later/ADV/advmod@7 vanished/VERB/conj@3"
)
BOTH_WHO = (
    "Rebels/NOUN/nsubj@8 who/PRON/nsubj@3 left/VERB/acl:relcl@1/relcl@1 Homs/PROPN/obj@3/dobj@3 "
    "and/CCONJ/cc@7/cc@3 who/PRON/nsubj@7 fled/VERB/conj@3 regrouped/VERB/root@0"
)
TORN = "Gunners/NOUN/nsubj@2 shelled/VERB/root@0 Idlib/PROPN/nsubj@2"
NAMED = "The/DET/det@2 agency/NOUN/nsubj@4 Sana/PROPN/nsubj@4 said/VERB/root@0 so/ADV/advmod@4"
ASIDE = (
    "A/DET/det@2 spokesman/NOUN/nsubj@6 ,/PUNCT/punct@4 Siwan/PROPN/nsubj@6 ,/PUNCT/punct@4 "
    "spoke/VERB/root@0"
)
ABREAST = (
    "Kurds/PROPN/nsubj@5 ,/PUNCT/punct@3 Turkmens/PROPN/nsubj@5 also/ADV/advmod@5 fled/VERB/root@0"
)
WHOM = (
    "Rebels/NOUN/nsubj@5 whom/PRON/obj@4/dobj@4 Kigali/PROPN/nsubj@4 "
    "armed/VERB/acl:relcl@1/relcl@1 fled/VERB/root@0"
)
DENIED_THAT = (
    "Rebels/NOUN/nsubj@2 left/VERB/root@0 and/CCONJ/cc@4/cc@2 denied/VERB/conj@2 "
    "that/PRON/obj@4/dobj@4"
)
WHOM_AND_WHOM = (
    "Rebels/NOUN/root@0 whom/PRON/obj@4/dobj@4 Kigali/PROPN/nsubj@4 "
    "trained/VERB/acl:relcl@1/relcl@1 and/CCONJ/cc@8/cc@4 whom/PRON/obj@8/dobj@8 "
    "Kampala/PROPN/nsubj@8 armed/VERB/conj@4"
)
THREE_ABREAST = (
    "Kurds/PROPN/nsubj@6 ,/PUNCT/punct@3 Turkmens/PROPN/nsubj@6 ,/PUNCT/punct@5 "
    "Arabs/PROPN/nsubj@6 fled/VERB/root@0"
)
TAGGED_PASSIVE = "IS/PROPN/nsubj:pass@2/nsubjpass@2 attacked/VERB/root@0 Tadef/PROPN/obj@2/dobj@2"
TWO_DAYS = (
    "Talks/NOUN/nsubj@5 this/DET/det@3 week/NOUN/nmod:unmarked@1/npadvmod@1 last/VERB/advmod@5 "
    "resumed/VERB/root@0 Monday/PROPN/obl:tmod@5/npadvmod@5"
)
GAVE = "Tehran/PROPN/nsubj@2 gave/VERB/root@0 rebels/NOUN/iobj@2/dative@2 rockets/NOUN/obj@2/dobj@2"
ALLY = (
    "Tehran/PROPN/nsubj@4/nsubj@2 is/AUX/cop@4/root@0 an/DET/det@4 ally/NOUN/root@0/attr@2 "
    "of/ADP/case@6/prep@4 Damascus/PROPN/nmod@4/pobj@5"
)
FREED = "The/DET/det@3 freed/VERB/amod@3 hostages/NOUN/nsubj@4 arrived/VERB/root@0"
ROUTE = (
    "Convoys/NOUN/nsubj@2 moved/VERB/root@0 out/ADP/case@5/prep@2 of/ADP/fixed@3/prep@3 "
    "Homs/PROPN/obl@2/pobj@4 towards/ADP/case@7/prep@2 Hama/PROPN/obl@2/pobj@6 and/CCONJ/cc@9/cc@7 "
    "Idlib/PROPN/conj@7 last/ADJ/amod@11 week/NOUN/obl:unmarked@2/npadvmod@2"
)
SOURCED = (
    "Nine/NUM/nsubj@2 died/VERB/root@0 ,/PUNCT/punct@7/punct@2 according/VERB/case@7/prep@2 "
    "to/ADP/fixed@4/prep@4 the/DET/det@7 ministry/NOUN/obl@2/pobj@5"
)
DEEP = (
    "Fighting/NOUN/nsubj@2 raged/VERB/root@0 in/ADP/case@4/prep@2 villages/NOUN/obl@2/pobj@3 "
    "near/ADP/case@7/prep@4 the/DET/det@7 city/NOUN/nmod@4/pobj@5 of/ADP/case@9/prep@7 "
    "Raqqa/PROPN/nmod@7/pobj@8"
)
TO_REBELS = (
    "Tehran/PROPN/nsubj@2 sent/VERB/root@0 rockets/NOUN/obj@2/dobj@2 to/ADP/case@5/dative@2 "
    "rebels/NOUN/obl@2/pobj@4"
)
LIST = (
    "Rebels/NOUN/nsubj@7 ,/PUNCT/punct@3/punct@1 jihadists/NOUN/conj@1 and/CCONJ/cc@6/cc@3 "
    "their/PRON/nmod:poss@6/poss@6 allies/NOUN/conj@1/conj@3 fled/VERB/root@0"
)
NOT = (
    "The/DET/det@2 army/NOUN/nsubj@5 did/AUX/aux@5 not/PART/advmod@5/neg@5 attack/VERB/root@0 "
    "and/CCONJ/cc@8/cc@5 soon/ADV/advmod@8 withdrew/VERB/conj@5 with/ADP/case@11/prep@8 "
    "no/DET/det@11 "
    "losses/NOUN/obl@8/pobj@9"
)
NEVER = (
    "Rebels/NOUN/nsubj@3 never/ADV/advmod@3/neg@3 surrendered/VERB/root@0 Homs/PROPN/obj@3/dobj@3"
)
WITHOUT = (
    "They/PRON/nsubj@2 left/VERB/root@0 without/ADP/case@5/prep@2 a/DET/det@5 "
    "fight/NOUN/obl@2/pobj@3"
)
CLITIC = "It/PRON/nsubj@4 did/AUX/aux@4 n't/PART/advmod@4/neg@4 end/VERB/root@0"
POSTS = (
    "Several/ADJ/amod@4 Turkish/ADJ/amod@4 army/NOUN/compound@4 posts/NOUN/nsubj@9 "
    "in/ADP/case@6/prep@4 "
    "Idlib/PROPN/nmod@4/pobj@5 they/PRON/nsubj@8 built/VERB/acl:relcl@4/relcl@4 fell/VERB/root@0"
)
POSSESSED = (
    "Turkey/PROPN/nmod:poss@4/poss@4 's/PART/case@1 main/ADJ/amod@4 base/NOUN/nsubj@5 "
    "fell/VERB/root@0"
)
BESIDE = (
    "Fighters/NOUN/nsubj@10 of/ADP/case@3/prep@1 Hezbollah/PROPN/nmod@1/pobj@2 ,/PUNCT/punct@6 "
    "an/DET/det@6 ally/NOUN/appos@1 of/ADP/case@8/prep@6 Tehran/PROPN/nmod@6/pobj@7 "
    ",/PUNCT/punct@6 "
    "fled/VERB/root@0"
)
TITLE = "Spokesman/NOUN/nsubj@3 Karim/PROPN/nmod:desc@1/appos@1 spoke/VERB/root@0"
SHOT_DEAD = "Guards/NOUN/nsubj@2 shot/VERB/root@0 dead/ADJ/xcomp@2/acomp@2"
SHOT_THEM_DEAD = (
    "Gunmen/NOUN/nsubj@2 shot/VERB/root@0 them/PRON/obj@2/dobj@2 dead/ADJ/xcomp@2/acomp@2"
)
HAD_SHOT_DEAD = "Guards/NOUN/nsubj@3 had/AUX/aux@3 shot/VERB/root@0 dead/ADJ/xcomp@3/acomp@3"
