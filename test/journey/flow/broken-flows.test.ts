import { describe, expect, it } from 'vitest';
import { type FlowFiles, parseFlow, TELLING_WORDS } from '../../../src/journey/flow/parse-flow.ts';
import { formatProblem, type Problem } from '../../../src/journey/flow/problem.ts';
import { PROBLEM_CODES } from '../../../src/journey/flow/sentences.ts';
import { GOOD_FLOW, withChange, without } from './good-flow.ts';

const FLOW = 'flow.yaml';
const DANISH = 'texts.da.yaml';
const ENGLISH = 'texts.en.yaml';
const PAGE = 'pages/velkommen.da.md';
const STEPS = /steps:[\s\S]*/;

const AGAINST = {
  units: ['Lindegården', 'CUMB', ''],
  addresses: ['Egevej 12, 2200 København N'],
  eventTitles: ['At leve med uro'],
  tellingWords: TELLING_WORDS,
  groups: ['Fredagscaféen'],
};

/** What is wrong, the files, every problem as `file:line:column code`, and the Danish sentence of the first. */
type Row = [what: string, files: FlowFiles, problems: string[], sentence: string];

const TABLES: Record<string, Row[]> = {
  'a file that cannot be read': [
    [
      'no flow.yaml',
      without(FLOW),
      ['flow.yaml:1:1 no-flow-file'],
      'Mappen mangler filen flow.yaml. Læg den i forløbets mappe.',
    ],
    [
      'an empty file',
      withFile(FLOW, ''),
      ['flow.yaml:1:1 file-empty'],
      'Filen er tom. Skriv indholdet, eller fjern filen.',
    ],
    [
      'only a comment',
      withFile(FLOW, '# intet\n'),
      ['flow.yaml:1:1 file-empty'],
      'Filen er tom. Skriv indholdet, eller fjern filen.',
    ],
    [
      'not YAML at all',
      withFile(FLOW, 'hej med dig'),
      ['flow.yaml:1:1 not-a-map'],
      'Filen skal bestå af linjer som "navn: værdi".',
    ],
    [
      'a list',
      withFile(FLOW, '- a\n- b\n'),
      ['flow.yaml:1:1 not-a-map'],
      'Filen skal bestå af linjer som "navn: værdi".',
    ],
    [
      'binary',
      withFile(FLOW, '\u0000\u0001'),
      ['flow.yaml:1:1 not-text'],
      'Filen indeholder tegn, der ikke er tekst. Gem den som ren tekst (UTF-8).',
    ],
    [
      'letters lost by saving in another encoding',
      withChange(FLOW, 'støtte', 'st\ufffdtte'),
      ['flow.yaml:3:10 not-utf8'],
      'Filen er ikke gemt som UTF-8, så æ, ø og å er gået tabt. Gem den igen med kodningen UTF-8.',
    ],
    [
      'a file of 100,001 characters',
      withFile(PAGE, 'x'.repeat(100_001)),
      ['pages/velkommen.da.md:1:1 file-too-large'],
      'Filen er for stor. Hold den under 100000 tegn.',
    ],
    [
      'an empty page',
      withFile(PAGE, '\n'),
      ['pages/velkommen.da.md:1:1 file-empty'],
      'Filen er tom. Skriv indholdet, eller fjern filen.',
    ],
    [
      'texts that are not a map',
      withFile(DANISH, '- tak\n'),
      ['texts.da.yaml:1:1 not-a-map'],
      'Filen skal bestå af linjer som "navn: værdi".',
    ],
  ],
  'YAML that stumbles': [
    [
      'a tab as indentation',
      withChange(FLOW, '  - invite', '\t- invite'),
      ['flow.yaml:11:1 yaml-tab'],
      'Linjen er rykket ind med tabulator. Brug mellemrum i stedet.',
    ],
    [
      'uneven indentation',
      withChange(FLOW, '    access: pin\n    consent', '   access: pin\n    consent'),
      ['flow.yaml:13:1 yaml-indent'],
      'Linjen er rykket skævt ind. Giv linjer, der hører sammen, samme antal mellemrum foran.',
    ],
    [
      'too deep indentation',
      withChange(FLOW, '\ntitle: Vel', '\n title: Vel'),
      ['flow.yaml:2:1 yaml-indent'],
      'Linjen er rykket skævt ind. Giv linjer, der hører sammen, samme antal mellemrum foran.',
    ],
    [
      'a key given twice',
      withChange(FLOW, 'minors: false', 'title: igen'),
      ['flow.yaml:4:1 yaml-duplicate-key'],
      '"title" står her to gange. Behold den ene.',
    ],
    [
      'a text given twice',
      withChange(DANISH, 'tak: Tak', 'husk: Tak'),
      ['texts.da.yaml:6:1 yaml-duplicate-key'],
      '"husk" står her to gange. Behold den ene.',
    ],
    [
      'a quote that is never closed',
      withChange(FLOW, 'title: Velkommen', 'title: "Velkommen'),
      ['flow.yaml:2:8 yaml-quote'],
      'Der mangler et anførselstegn eller en parentes til at slutte med. Sæt det, hvor teksten slutter.',
    ],
    [
      'a bracket that is never closed',
      withChange(FLOW, 'urgent: true }', 'urgent: true'),
      ['flow.yaml:24:11 yaml-quote'],
      'Der mangler et anførselstegn eller en parentes til at slutte med. Sæt det, hvor teksten slutter.',
    ],
    [
      'a comma forgotten',
      withChange(FLOW, 'alert: advisor, task: opgave, go', 'alert: "advisor" task: opgave, go'),
      ['flow.yaml:18:24 yaml-comma'],
      'Der mangler et komma mellem to ting i { } eller [ ]. Sæt det.',
    ],
    [
      'a colon in a text',
      withChange(DANISH, 'Tak for dit svar', 'Tak: det er noteret'),
      ['texts.da.yaml:6:6 yaml-colon'],
      'Teksten indeholder et kolon og læses derfor forkert. Sæt hele teksten i anførselstegn.',
    ],
    [
      'a text that begins with a field',
      withChange(DANISH, 'husk: Husk', 'husk:'),
      ['texts.da.yaml:4:8 yaml-start'],
      'Teksten begynder med et tegn, som YAML bruger til noget andet. Sæt hele teksten i anførselstegn.',
    ],
    [
      'a text that begins with @',
      withChange(DANISH, 'Tak for', '@ Tak for'),
      ['texts.da.yaml:6:6 yaml-start'],
      'Teksten begynder med et tegn, som YAML bruger til noget andet. Sæt hele teksten i anførselstegn.',
    ],
    [
      'a line without a colon',
      withChange(FLOW, 'title: Velkommen', 'title Velkommen'),
      ['flow.yaml:2:1 not-yaml'],
      'Filen kan ikke læses her. Se efter et manglende kolon, en manglende parentes eller skæve indryk.',
    ],
    [
      'an alias that points nowhere',
      withChange(FLOW, 'title: Velkommen', 'title: *velkommen'),
      ['flow.yaml:2:8 yaml-alias'],
      'Henvisningen med * kan ikke følges. Skriv teksten i anførselstegn, hvis stjernen hører til den.',
    ],
    [
      'an alias that points into itself',
      withChange(FLOW, 'anchors:', 'anchors: &a\n  igen: *a'),
      ['flow.yaml:7:9 yaml-alias'],
      'Henvisningen med * kan ikke følges. Skriv teksten i anførselstegn, hvis stjernen hører til den.',
    ],
    [
      'aliases that blow the file up',
      withChange(FLOW, 'anchors:', `a: &a [${'x, '.repeat(20)}]\nb: [${'*a, '.repeat(20)}]\nanchors:`),
      ['flow.yaml:7:5 yaml-alias'],
      'Henvisningen med * kan ikke følges. Skriv teksten i anførselstegn, hvis stjernen hører til den.',
    ],
    [
      'a tag',
      withChange(FLOW, 'title: Velkommen', 'title: !velkommen x'),
      ['flow.yaml:2:8 yaml-tag'],
      'Ord med ! foran kan ikke bruges her. Skriv teksten i anførselstegn.',
    ],
    [
      'a directive',
      withChange(FLOW, 'flow: velkomst', '%YAML 1.1\n---\nflow: velkomst'),
      ['flow.yaml:1:1 yaml-directive'],
      'Linjer med % forrest kan ikke bruges her. Fjern linjen.',
    ],
    [
      'two documents',
      withChange(FLOW, 'steps:', '---\nsteps:'),
      ['flow.yaml:10:1 yaml-documents'],
      'Filen er delt i flere med "---". Behold kun én del.',
    ],
  ],
  'the head of a flow': [
    [
      'a key missing',
      withChange(FLOW, 'title: Velkommen\n', ''),
      ['flow.yaml:1:1 missing-key'],
      '"title" mangler her. Skriv en tekst.',
    ],
    [
      'a key without value',
      withChange(FLOW, 'minors: false', 'minors:'),
      ['flow.yaml:4:1 missing-value'],
      '"minors" står uden værdi. Skriv true eller false.',
    ],
    [
      'a value of the wrong kind',
      withChange(FLOW, 'minors: false', 'minors: ja'),
      ['flow.yaml:4:9 wrong-value'],
      '"ja" kan ikke bruges her. Skriv true eller false.',
    ],
    [
      'a number for a text',
      withChange(FLOW, 'title: Velkommen', 'title: 2027'),
      ['flow.yaml:2:8 wrong-value'],
      '2027 kan ikke bruges her. Skriv en tekst.',
    ],
    [
      'a mistyped word',
      withChange(FLOW, 'track: støtte', 'track: stotte'),
      ['flow.yaml:3:8 wrong-value'],
      '"stotte" kan ikke bruges her. Skriv støtte eller inddragelse. Mente du "støtte"?',
    ],
    [
      'a mistyped key',
      withChange(FLOW, 'minors: false', 'minor: false'),
      ['flow.yaml:4:1 unknown-key'],
      '"minor" kendes ikke her. Mente du "minors"? Her kan stå flow, title, track, target, minors, languages, anchors, window og steps.',
    ],
    [
      'a name with a blank',
      withChange(FLOW, 'flow: velkomst', 'flow: Min velkomst'),
      ['flow.yaml:1:7 wrong-value'],
      '"Min velkomst" kan ikke bruges her. Skriv et navn med små bogstaver (a-z), tal og bindestreger, fx velkommen.',
    ],
    [
      'languages that are no list',
      withChange(FLOW, '[da, en]', 'da'),
      ['flow.yaml:5:12 wrong-value'],
      '"da" kan ikke bruges her. Skriv en liste af sprogkoder, fx [da, en].',
    ],
    [
      'no language',
      withChange(FLOW, '[da, en]', '[]'),
      ['flow.yaml:5:12 wrong-value'],
      '[] kan ikke bruges her. Skriv en liste af sprogkoder, fx [da, en].',
    ],
    [
      'a language by its name',
      withChange(FLOW, '[da, en]', '[da, en, Arabisk]'),
      ['flow.yaml:5:21 unknown-language'],
      '"Arabisk" er ikke en sprogkode. Mente du "ar"? Skriv fx da, en eller ar.',
    ],
    [
      'a language by its country',
      withChange(FLOW, '[da, en]', '[da, en, dk]'),
      ['flow.yaml:5:21 unknown-language'],
      '"dk" er ikke en sprogkode. Mente du "da"? Skriv fx da, en eller ar.',
    ],
    [
      'a code of no language',
      withChange(FLOW, '[da, en]', '[da, en, xx]'),
      ['flow.yaml:5:21 unknown-language'],
      '"xx" er ikke en sprogkode. Skriv fx da, en eller ar.',
    ],
    [
      'a language twice',
      withChange(FLOW, '[da, en]', '[da, en, da]'),
      ['flow.yaml:5:21 duplicate-language'],
      'Sproget "da" står her to gange. Behold det ene.',
    ],
    [
      'an anchor with the name of the start',
      withChange(FLOW, '  temadag:', '  start:'),
      ['flow.yaml:8:3 reserved-name'],
      '"start" betyder noget særligt og kan ikke bruges som navn. Vælg et andet.',
    ],
    [
      'an anchor that fields cannot name',
      withChange(FLOW, '  temadag:', '  "2 dag":'),
      ['flow.yaml:8:3 wrong-value'],
      '"2 dag" kan ikke bruges her. Skriv et navn, der begynder med et bogstav og kun har bogstaver, tal, - og _.',
    ],
    [
      'an anchor that hides a word of the language',
      withChange(FLOW, '  temadag:', '  __proto__:'),
      ['flow.yaml:8:3 wrong-value'],
      '"__proto__" kan ikke bruges her. Skriv et navn, der begynder med et bogstav og kun har bogstaver, tal, - og _.',
    ],
    [
      'a mistyped key of an anchor',
      withChange(FLOW, 'time: true }', 'tme: true }'),
      ['flow.yaml:8:40 unknown-key'],
      '"tme" kendes ikke her. Mente du "time"? Her kan stå title, time, event, moved, cancelled, where og seated.',
    ],
    [
      'an anchor that is a number',
      withChange(FLOW, '{ title: Temaeftermiddagen, time: true }', '5'),
      ['flow.yaml:8:12 wrong-value'],
      '5 kan ikke bruges her. Skriv en titel, fx Indflytningsdato, { title: Samtalen, time: true } eller { title: Temaeftermiddagen, event: true }.',
    ],
    [
      'a clock that is none',
      withChange(FLOW, 'from: "09:00"', 'from: "9"'),
      ['flow.yaml:9:17 wrong-value'],
      '"9" kan ikke bruges her. Skriv et klokkeslæt i anførselstegn, fx "09:00".',
    ],
    [
      'a weekday that is none',
      withChange(FLOW, 'to: "17:00" }', 'to: "17:00", weekdays: [8] }'),
      ['flow.yaml:9:50 wrong-value'],
      '8 kan ikke bruges her. Skriv ugedage fra 1 (mandag) til 7 (søndag), fx [1, 2, 3, 4, 5].',
    ],
    [
      'a window that closes before it opens',
      withChange(FLOW, 'from: "09:00", to: "17:00"', 'from: "17:00", to: "09:00"'),
      ['flow.yaml:9:9 window-closed'],
      'Tidsrummet har aldrig åbent inden for kl. 8-20 mandag til lørdag, så intet kan sendes. Ret tider eller ugedage.',
    ],
    [
      'a window only on Sundays',
      withChange(FLOW, 'to: "17:00" }', 'to: "17:00", weekdays: [7] }'),
      ['flow.yaml:9:9 window-closed'],
      'Tidsrummet har aldrig åbent inden for kl. 8-20 mandag til lørdag, så intet kan sendes. Ret tider eller ugedage.',
    ],
    [
      'no steps',
      withFile(FLOW, GOOD_FLOW[FLOW].replace(STEPS, 'steps: []\n')),
      ['flow.yaml:10:8 no-steps'],
      'Forløbet har ingen trin. Skriv mindst ét, fx "- say: velkommen".',
    ],
    [
      'steps missing',
      withFile(FLOW, GOOD_FLOW[FLOW].replace(STEPS, '')),
      ['flow.yaml:1:1 missing-key'],
      '"steps" mangler her. Skriv en liste af trin, hvert med "- " foran.',
    ],
    [
      'steps that are no list',
      withFile(FLOW, GOOD_FLOW[FLOW].replace(STEPS, 'steps: { say: husk }\n')),
      ['flow.yaml:10:8 wrong-value'],
      '{"say":"husk"} kan ikke bruges her. Skriv en liste af trin, hvert med "- " foran.',
    ],
    [
      '201 steps',
      withFile(FLOW, GOOD_FLOW[FLOW] + '  - wait: 2 days\n'.repeat(194)),
      ['flow.yaml:11:3 too-many-steps'],
      'Forløbet har for mange trin. Hold det på højst 200, eller del det i flere forløb.',
    ],
  ],
  'a step': [
    [
      'a mistyped step',
      withChange(FLOW, '- say: husk', '- sai: husk'),
      ['flow.yaml:19:5 unknown-step'],
      '"sai" er ikke et trin. Mente du "say"? Et trin er invite, say, ask, form, wait, branch, alert, join, leave og end.',
    ],
    [
      'a step that does not exist',
      withChange(FLOW, '- say: husk', '- hils: husk'),
      ['flow.yaml:19:5 unknown-step'],
      '"hils" er ikke et trin. Et trin er invite, say, ask, form, wait, branch, alert, join, leave og end.',
    ],
    [
      'a step without its word',
      withChange(FLOW, '- wait: until next tuesday at 10:00', '- id: hvil'),
      ['flow.yaml:27:5 no-step-word'],
      'Trinnet siger ikke, hvad det gør. Begynd det med et af ordene invite, say, ask, form, wait, branch, alert, join, leave og end.',
    ],
    [
      'a step that is a word',
      withChange(FLOW, '- wait: until next tuesday at 10:00', '- vent'),
      ['flow.yaml:27:5 wrong-value'],
      '"vent" kan ikke bruges her. Skriv et trin, fx "- say: husk-samtale".',
    ],
    [
      'an empty step',
      withChange(FLOW, '- wait: until next tuesday at 10:00', '-'),
      ['flow.yaml:27:4 wrong-value'],
      'null kan ikke bruges her. Skriv et trin, fx "- say: husk-samtale".',
    ],
    [
      'two steps in one',
      withChange(FLOW, '- say: husk', '- say: husk\n    ask: husk'),
      ['flow.yaml:20:5 two-steps'],
      'Trinnet vil flere ting på én gang: say og ask. Del det i et trin for hver.',
    ],
    [
      'a mistyped key',
      withChange(FLOW, 'consent: samtykke', 'consnet: samtykke'),
      ['flow.yaml:14:5 unknown-key'],
      '"consnet" kendes ikke her. Mente du "consent"? Her kan stå invite, id, page, access, consent, attend, when, late, remind, reminder, expires, accepted, venteliste, lukket, declined og expired.',
    ],
    [
      'a key another kind of step has',
      withChange(FLOW, '- say: husk', '- say: husk\n    expires: after 2 days'),
      ['flow.yaml:20:5 unknown-key'],
      '"expires" kendes ikke her. Her kan stå say, id, page, access, when og late.',
    ],
    [
      'a key missing',
      withChange(FLOW, '    expires: after 21 days\n', ''),
      ['flow.yaml:11:5 missing-key'],
      '"expires" mangler her. Skriv en frist, fx "after 21 days".',
    ],
    [
      'a deadline in Danish',
      withChange(FLOW, 'expires: after 21 days', 'expires: efter 21 dage'),
      ['flow.yaml:17:14 wrong-value'],
      '"efter 21 dage" kan ikke bruges her. Skriv en frist, fx "after 21 days".',
    ],
    [
      'a deadline without after',
      withChange(FLOW, 'expires: after 21 days', 'expires: 21 days'),
      ['flow.yaml:17:14 wrong-value'],
      '"21 days" kan ikke bruges her. Skriv en frist, fx "after 21 days".',
    ],
    [
      'a repeat in Danish',
      withChange(FLOW, 'every 4 days, 2 times', 'hver 4. dag'),
      ['flow.yaml:15:13 wrong-value'],
      '"hver 4. dag" kan ikke bruges her. Skriv en gentagelse, fx "every 4 days, 2 times".',
    ],
    [
      'an access that does not exist',
      withChange(FLOW, 'access: pin\n    consent', 'access: kode\n    consent'),
      ['flow.yaml:13:13 wrong-value'],
      '"kode" kan ikke bruges her. Skriv link, pin eller mitid.',
    ],
    [
      'a text key with a blank',
      withChange(FLOW, 'say: ny-side', 'say: ny side'),
      ['flow.yaml:33:10 wrong-value'],
      '"ny side" kan ikke bruges her. Skriv en tekstnøgle med små bogstaver og bindestreger, fx husk-samtale.',
    ],
    [
      'a late that does not exist',
      withChange(FLOW, 'late: skip', 'late: skib'),
      ['flow.yaml:21:11 wrong-value'],
      '"skib" kan ikke bruges her. Skriv skip, send eller next. Mente du "skip"?',
    ],
    [
      'when without late',
      withChange(FLOW, '    late: skip\n', ''),
      ['flow.yaml:20:5 when-without-late'],
      '"when" skal have "late" ved siden af, som siger, hvad der sker, når tidspunktet er passeret: skip, send eller next.',
    ],
    [
      'late without when',
      withChange(FLOW, '    when: 3 days before indflytning at 09:00\n', ''),
      ['flow.yaml:20:5 late-without-when'],
      '"late" har kun mening sammen med "when". Tilføj et tidspunkt, eller fjern "late".',
    ],
    [
      'a moment in Danish',
      withChange(FLOW, '3 days before indflytning at 09:00', '3 dage før indflytning kl. 9'),
      ['flow.yaml:20:11 wrong-value'],
      '"3 dage før indflytning kl. 9" kan ikke bruges her. Skriv et tidspunkt, fx "3 days before indflytning at 09:00", "on indflytning at 08:00", "2 hours before temadag" eller "1. reminder before temadag at 10:00".',
    ],
    [
      'a moment in days without a clock',
      withChange(FLOW, ' at 09:00\n', '\n'),
      ['flow.yaml:20:11 wrong-value'],
      '"3 days before indflytning" kan ikke bruges her. Skriv et tidspunkt, fx "3 days before indflytning at 09:00", "on indflytning at 08:00", "2 hours before temadag" eller "1. reminder before temadag at 10:00".',
    ],
    [
      'a moment at an hour that does not exist',
      withChange(FLOW, 'at 09:00\n', 'at 24:30\n'),
      ['flow.yaml:20:11 wrong-value'],
      '"3 days before indflytning at 24:30" kan ikke bruges her. Skriv et tidspunkt, fx "3 days before indflytning at 09:00", "on indflytning at 08:00", "2 hours before temadag" eller "1. reminder before temadag at 10:00".',
    ],
    [
      'a moment from an anchor that does not exist',
      withChange(FLOW, 'before indflytning', 'before indflyttning'),
      ['flow.yaml:20:11 unknown-anchor'],
      'Datoen "indflyttning" findes ikke. Mente du "indflytning"? Skriv den under "anchors", eller brug "start".',
    ],
    [
      'hours from a date without a time',
      withChange(FLOW, '3 days before indflytning at 09:00', '2 hours before indflytning'),
      ['flow.yaml:20:11 anchor-without-time'],
      '"indflytning" er en dato uden klokkeslæt, så timer og minutter kan ikke regnes derfra. Brug dage og "at 09:00", eller skriv time: true ved datoen.',
    ],
    [
      'a wait that cannot be read',
      withChange(FLOW, 'until next tuesday at 10:00', 'to dage'),
      ['flow.yaml:27:11 wrong-value'],
      '"to dage" kan ikke bruges her. Skriv hvad der ventes på, fx "2 days", "until 3 days before indflytning at 09:00", "until next tuesday at 10:00" eller "until next opening hour".',
    ],
    [
      'a wait for hours from a date without a time',
      withChange(FLOW, 'until next tuesday at 10:00', 'until 2 hours after indflytning'),
      ['flow.yaml:27:11 anchor-without-time'],
      '"indflytning" er en dato uden klokkeslæt, så timer og minutter kan ikke regnes derfra. Brug dage og "at 09:00", eller skriv time: true ved datoen.',
    ],
    [
      'a wait for no time at all',
      withChange(FLOW, 'until next tuesday at 10:00', '0 days'),
      ['flow.yaml:27:11 wrong-value'],
      '"0 days" kan ikke bruges her. Skriv hvad der ventes på, fx "2 days", "until 3 days before indflytning at 09:00", "until next tuesday at 10:00" eller "until next opening hour".',
    ],
    [
      'two wrong values in one map',
      withChange(FLOW, 'after: 3 days, remind: 1', 'after: tre dage, remind: 9'),
      ['flow.yaml:26:22 wrong-value', 'flow.yaml:26:40 wrong-value'],
      '"tre dage" kan ikke bruges her. Skriv en varighed, fx "3 days".',
    ],
    [
      'an answer missing',
      withChange(FLOW, '      nej: { go: farvel }\n', ''),
      ['flow.yaml:24:7 missing-key'],
      '"nej" mangler her. Skriv hvad der så skal ske, fx { alert: advisor, go: farvel }, eller {} for at gå videre.',
    ],
    [
      'an answer that is only a word',
      withChange(FLOW, 'nej: { go: farvel }', 'nej: farvel'),
      ['flow.yaml:25:12 wrong-value'],
      '"farvel" kan ikke bruges her. Skriv hvad der så skal ske, fx { alert: advisor, go: farvel }, eller {} for at gå videre.',
    ],
    [
      'a mistyped key of an answer',
      withChange(FLOW, 'nej: { go: farvel }', 'nej: { goo: farvel }'),
      ['flow.yaml:25:14 unknown-key'],
      '"goo" kendes ikke her. Mente du "go"? Her kan stå say, alert, task, urgent og go.',
    ],
    [
      'a task without an alert',
      withChange(FLOW, 'nej: { go: farvel }', 'nej: { task: opgave, go: farvel }'),
      ['flow.yaml:25:14 key-alone'],
      '"task" har kun mening sammen med "alert". Tilføj "alert", eller fjern "task".',
    ],
    [
      'urgent without an alert',
      withChange(FLOW, 'nej: { go: farvel }', 'nej: { urgent: true, go: farvel }'),
      ['flow.yaml:25:14 key-alone'],
      '"urgent" har kun mening sammen med "alert". Tilføj "alert", eller fjern "urgent".',
    ],
    [
      'a reminder that is never sent',
      withChange(FLOW, '    remind: every 4 days, 2 times\n', ''),
      ['flow.yaml:15:5 key-alone'],
      '"reminder" har kun mening sammen med "remind". Tilføj "remind", eller fjern "reminder".',
    ],
    [
      'access without a page',
      withChange(FLOW, 'say: husk\n', 'say: husk\n    access: pin\n'),
      ['flow.yaml:20:5 key-alone'],
      '"access" har kun mening sammen med "page". Tilføj "page", eller fjern "access".',
    ],
    [
      'an alert to nobody known',
      withChange(FLOW, 'declined: { alert: advisor', 'declined: { alert: vejleder'),
      ['flow.yaml:18:24 wrong-value'],
      '"vejleder" kan ikke bruges her. Skriv advisor eller coordinator.',
    ],
  ],
  'how steps hang together': [
    [
      'a go to a mistyped step',
      withChange(FLOW, 'nej: { go: farvel }', 'nej: { go: farvl }'),
      ['flow.yaml:25:18 unknown-target'],
      'Der er intet trin "farvl" at gå til. Mente du "farvel"? Giv et trin dette "id", eller ret henvisningen.',
    ],
    [
      'a go to no step',
      withChange(FLOW, 'nej: { go: farvel }', 'nej: { go: overalt }'),
      ['flow.yaml:25:18 unknown-target'],
      'Der er intet trin "overalt" at gå til. Giv et trin dette "id", eller ret henvisningen.',
    ],
    [
      'a branch to no step',
      withChange(FLOW, 'is: { ja: side }', 'is: { ja: sied }'),
      ['flow.yaml:30:15 unknown-target'],
      'Der er intet trin "sied" at gå til. Mente du "side"? Giv et trin dette "id", eller ret henvisningen.',
    ],
    [
      'an otherwise to no step',
      withChange(FLOW, 'otherwise: farvel', 'otherwise: fravel'),
      ['flow.yaml:31:16 unknown-target'],
      'Der er intet trin "fravel" at gå til. Mente du "farvel"? Giv et trin dette "id", eller ret henvisningen.',
    ],
    [
      'two steps with one id',
      withChange(FLOW, '- say: husk', '- id: invitation\n    say: husk'),
      ['flow.yaml:19:9 duplicate-id'],
      'To trin hedder "invitation"; det første står i linje 11. Giv dette trin et andet "id".',
    ],
    [
      'two steps with the same text and no id',
      withChange(FLOW, '- wait: until next tuesday at 10:00', '- say: husk'),
      ['flow.yaml:27:5 duplicate-id'],
      'To trin hedder "husk"; det første står i linje 19. Giv dette trin et andet "id".',
    ],
    [
      'a step called end',
      withChange(FLOW, '- wait: until', '- id: end\n    wait: until'),
      ['flow.yaml:27:9 reserved-name'],
      '"end" betyder noget særligt og kan ikke bruges som navn. Vælg et andet.',
    ],
    [
      'a branch on something unknown',
      withChange(FLOW, 'branch: answer.samtale', 'branch: relatin'),
      ['flow.yaml:29:13 unknown-subject'],
      'Der kan ikke vælges vej efter "relatin". Mente du "relation"? Brug relation, area, language, channel, ageBand, answer.<trin>, anchor.<dato> og seat.<arrangement>.',
    ],
    [
      'a branch on a property of the language',
      withChange(FLOW, 'branch: answer.samtale', 'branch: constructor'),
      ['flow.yaml:29:13 unknown-subject'],
      'Der kan ikke vælges vej efter "constructor". Brug relation, area, language, channel, ageBand, answer.<trin>, anchor.<dato> og seat.<arrangement>.',
    ],
    [
      'a branch on the answer of no step',
      withChange(FLOW, 'branch: answer.samtale', 'branch: answer.samtalen'),
      ['flow.yaml:29:13 no-answer-step'],
      'Intet trin med "ask", "invite" eller "form" hedder "samtalen". Mente du "samtale"? Ret navnet efter "answer.".',
    ],
    [
      'a branch on the answer of a step that asks nothing',
      withChange(FLOW, 'branch: answer.samtale', 'branch: answer.husk'),
      ['flow.yaml:29:13 no-answer-step'],
      'Intet trin med "ask", "invite" eller "form" hedder "husk". Ret navnet efter "answer.".',
    ],
    [
      'an answer nobody can give',
      withChange(FLOW, 'is: { ja: side }', 'is: { maaske: side }'),
      ['flow.yaml:30:11 impossible-value'],
      'Værdien "maaske" kan aldrig forekomme her. Mulige værdier: ja, nej og silent.',
    ],
    [
      'an invitation that ends the journey when it expires',
      withChange(
        FLOW,
        'answer.samtale\n    is: { ja: side }',
        'answer.invitation\n    is: { expired: side }',
      ),
      ['flow.yaml:30:11 impossible-value'],
      'Værdien "expired" kan aldrig forekomme her. Mulige værdier: accepted og declined.',
    ],
    [
      'a branch on an anchor that does not exist',
      withChange(FLOW, 'answer.samtale\n    is: { ja: side }', 'anchor.temadagen\n    is: { set: side }'),
      ['flow.yaml:29:13 unknown-anchor'],
      'Datoen "temadagen" findes ikke. Mente du "temadag"? Skriv den under "anchors", eller brug "start".',
    ],
    [
      'an anchor that is anything but set',
      withChange(FLOW, 'answer.samtale\n    is: { ja: side }', 'anchor.temadag\n    is: { ja: side }'),
      ['flow.yaml:30:11 impossible-value'],
      'Værdien "ja" kan aldrig forekomme her. Mulige værdier: set.',
    ],
    [
      'a channel that does not exist',
      withChange(FLOW, 'answer.samtale\n    is: { ja: side }', 'channel\n    is: { sms: side, fax: side }'),
      ['flow.yaml:30:22 impossible-value'],
      'Værdien "fax" kan aldrig forekomme her. Mulige værdier: sms, ring og brev.',
    ],
    [
      'a language that does not exist',
      withChange(FLOW, 'answer.samtale\n    is: { ja: side }', 'language\n    is: { dk: side }'),
      ['flow.yaml:30:11 impossible-value'],
      'Værdien "dk" kan aldrig forekomme her. Mulige værdier: da og en.',
    ],
    [
      'a branch without values',
      withChange(FLOW, 'is: { ja: side }', 'is: {}'),
      ['flow.yaml:30:9 wrong-value'],
      '{} kan ikke bruges her. Skriv et trin for hver værdi, fx { ja: samtale, nej: farvel }.',
    ],
    [
      'a branch before its question',
      withChange(
        FLOW,
        '- invite: invitation',
        '- { id: tidligt, branch: answer.samtale, is: { ja: valg }, otherwise: invitation }\n  - invite: invitation',
      ),
      ['flow.yaml:11:28 answer-too-late'],
      'Ingen vej går fra "samtale" hertil, så svaret er aldrig givet endnu. Flyt valget til efter spørgsmålet.',
    ],
    [
      'a dead step, and one that only follows it',
      withChange(
        FLOW,
        '  - id: side',
        '  - { id: slut, end: slut }\n  - { id: glemt, wait: 2 days }\n  - { id: efter-glemt, wait: 1 day }\n  - id: side',
      ),
      ['flow.yaml:32:5 dead-step', 'flow.yaml:33:5 dead-step'],
      'Ingen vej fører til trinnet "slut". Lad et andet trin gå hertil med "go", eller fjern det.',
    ],
    [
      'a ring that waits only for a point in time',
      withChange(
        FLOW,
        '  - id: farvel',
        '  - { id: ring, wait: until 2 days after indflytning at 09:00 }\n  - { id: igen, branch: channel, is: { ring: ring } }\n  - id: farvel',
      ),
      ['flow.yaml:36:5 loop'],
      'Forløbet kan køre i ring uden at vente: ring → igen → ring. Et tidspunkt kan være passeret, så sæt et trin ind, der altid venter, fx "- wait: 2 days".',
    ],
    [
      'a ring of steps without any wait',
      withChange(
        FLOW,
        '  - id: farvel',
        '  - { id: ring, alert: advisor }\n  - { id: igen, branch: channel, is: { ring: ring } }\n  - id: farvel',
      ),
      ['flow.yaml:36:5 loop'],
      'Forløbet kan køre i ring uden at vente: ring → igen → ring. Et tidspunkt kan være passeret, så sæt et trin ind, der altid venter, fx "- wait: 2 days".',
    ],
    [
      'a ring through a question that is left out when late',
      withChange(
        FLOW,
        'nej: { go: farvel }\n    silent: { after: 3 days, remind: 1, go: farvel }',
        'nej: { go: farvel }\n    when: 3 days before indflytning at 09:00\n    late: send\n    silent: { after: 3 days, remind: 1, go: farvel }\n  - { id: igen, branch: channel, is: { ring: samtale } }',
      ),
      ['flow.yaml:22:5 loop'],
      'Forløbet kan køre i ring uden at vente: samtale → igen → samtale. Et tidspunkt kan være passeret, så sæt et trin ind, der altid venter, fx "- wait: 2 days".',
    ],
    [
      'a ring of one',
      withChange(FLOW, 'otherwise: farvel', 'otherwise: valg'),
      ['flow.yaml:28:5 loop'],
      'Forløbet kan køre i ring uden at vente: valg → valg. Et tidspunkt kan være passeret, så sæt et trin ind, der altid venter, fx "- wait: 2 days".',
    ],
  ],
  'texts and pages that are missing': [
    [
      'a file of texts',
      without(ENGLISH),
      ['flow.yaml:5:17 missing-texts-file'],
      'Filen texts.en.yaml mangler. Læg den i mappen med alle forløbets tekster på engelsk, eller fjern sproget.',
    ],
    [
      'a text, and a near one that nothing names',
      withChange(DANISH, 'tak: Tak', 'tal: Tak'),
      ['flow.yaml:24:18 missing-text'],
      'Teksten "tak" mangler i texts.da.yaml. Mente du "tal"? Skriv den dér.',
    ],
    [
      'a text in one language',
      withChange(ENGLISH, 'husk: Remember', 'huske: Remember'),
      ['flow.yaml:19:10 missing-text'],
      'Teksten "husk" mangler i texts.en.yaml. Mente du "huske"? Skriv den dér.',
    ],
    [
      'a text in every language',
      withChange(FLOW, 'say: tak', 'say: takker'),
      ['flow.yaml:24:18 missing-text', 'flow.yaml:24:18 missing-text'],
      'Teksten "takker" mangler i texts.da.yaml. Skriv den dér.',
    ],
    [
      'a text without words',
      withChange(DANISH, 'tak: Tak for dit svar.', 'tak: ""'),
      ['texts.da.yaml:6:1 text-empty'],
      'Teksten "tak" er tom. Skriv den.',
    ],
    [
      'a text without value',
      withChange(DANISH, 'tak: Tak for dit svar.', 'tak:'),
      ['texts.da.yaml:6:1 text-empty'],
      'Teksten "tak" er tom. Skriv den.',
    ],
    [
      'a text that is a number',
      withChange(DANISH, 'tak: Tak for dit svar.', 'tak: 112'),
      ['texts.da.yaml:6:6 text-not-text'],
      '"tak" skal være en tekst. Sæt den i anførselstegn.',
    ],
    [
      'a task in the first language',
      withChange(DANISH, 'opgave: Ring', 'opgaver: Ring'),
      ['flow.yaml:18:39 missing-text', 'flow.yaml:24:45 missing-text'],
      'Teksten "opgave" mangler i texts.da.yaml. Mente du "opgaver"? Skriv den dér.',
    ],
    [
      'a page',
      without(PAGE),
      ['flow.yaml:12:11 missing-page', 'flow.yaml:34:11 missing-page'],
      'Siden pages/velkommen.da.md mangler. Opret filen.',
    ],
    [
      'a page in every language',
      withChange(
        FLOW,
        'page: velkommen\n    access: pin\n  - id: farvel',
        'page: farvel\n    access: pin\n  - id: farvel',
      ),
      ['flow.yaml:34:11 missing-page', 'flow.yaml:34:11 missing-page'],
      'Siden pages/farvel.da.md mangler. Opret filen.',
    ],
  ],
  templates: [
    [
      'an output that is not closed',
      withChange(DANISH, 'Husk {{ indflytning_dato }}', 'Husk {{ indflytning_dato'),
      ['texts.da.yaml:4:12 template-syntax'],
      'Pladsholderen kan ikke læses ved "{{ indflytning_dato. Hilsen {{". Skriv {{ felt }}, og slut hver {% if %} med {% endif %}.',
    ],
    [
      'a condition that is not closed',
      withChange(DANISH, 'Tak for', 'Tak {% if tiltale %}igen for'),
      ['texts.da.yaml:6:10 template-syntax'],
      'Pladsholderen kan ikke læses ved "{% if tiltale %}igen for dit s". Skriv {{ felt }}, og slut hver {% if %} med {% endif %}.',
    ],
    [
      'an output of two fields',
      withChange(DANISH, 'Husk {{ indflytning_dato }}', 'Husk {{ indflytning_dato kommune }}'),
      ['texts.da.yaml:4:12 template-syntax'],
      'Pladsholderen kan ikke læses ved "{{ indflytning_dato kommune }}". Skriv {{ felt }}, og slut hver {% if %} med {% endif %}.',
    ],
    [
      'a tag that is not allowed',
      withChange(DANISH, 'Husk {{', 'Husk {% for x in y %}{{'),
      ['texts.da.yaml:4:12 unknown-tag'],
      '{% for %} kan ikke bruges. Kun if, unless, case, comment og # er tilladt.',
    ],
    [
      'a filter that is not allowed',
      withChange(DANISH, 'indflytning_dato }}', 'indflytning_dato | capitalise }}'),
      ['texts.da.yaml:4:12 unknown-filter'],
      'Filteret "capitalise" kendes ikke. Mente du "capitalize"? Der findes capitalize, upcase, downcase, strip, remove og default.',
    ],
    [
      'a condition that would take forever',
      withChange(
        DANISH,
        'Husk {{ indflytning_dato }}',
        'Husk {% if (1..100000000) contains tiltale %}x{% endif %}',
      ),
      ['texts.da.yaml:4:7 template-syntax'],
      'Pladsholderen kan ikke læses ved "Husk {% if (1..100000000) cont". Skriv {{ felt }}, og slut hver {% if %} med {% endif %}.',
    ],
    [
      'a field in single braces',
      withChange(DANISH, 'Husk {{', 'Husk {kommune} {{'),
      ['texts.da.yaml:4:12 single-braces'],
      '{kommune} bliver stående, som det er. Skriv {{ kommune }} med dobbelte parenteser.',
    ],
    [
      'an output on a page that is not closed',
      withChange(PAGE, '{{ vejleder | default: "os" }}', '{{ vejleder'),
      ['pages/velkommen.da.md:3:17 template-syntax'],
      'Pladsholderen kan ikke læses ved "{{ vejleder.". Skriv {{ felt }}, og slut hver {% if %} med {% endif %}.',
    ],
    [
      'a page that is too long to be a template',
      withFile(PAGE, 'x'.repeat(50_000)),
      ['pages/velkommen.da.md:1:1 template-too-long'],
      'Teksten er for lang. Hold den under 40000 tegn.',
    ],
  ],
  fields: [
    [
      'a mistyped field in a folded text',
      withChange(DANISH, '  fra {{ kommune }}.', '  {{ tiltale }} fra {{ komune }}.'),
      ['texts.da.yaml:9:24 unknown-field'],
      'Feltet "komune" findes ikke. Mente du "kommune"? Der findes tiltale, kommune, telefon, akut, aabningstid, indflytning_dato, temadag_dato og temadag_tid.',
    ],
    [
      'a mistyped field on a page',
      withChange(PAGE, '{{ vejleder | default: "os" }}', '{{ vejledr }}'),
      ['pages/velkommen.da.md:3:20 unknown-field'],
      'Feltet "vejledr" findes ikke. Mente du "vejleder"? Der findes tiltale, kommune, telefon, akut, aabningstid, indflytning_dato, temadag_dato, temadag_tid, enhed, arrangement, vejleder, relation og omraade.',
    ],
    [
      'a part of a field',
      withChange(DANISH, 'indflytning_dato', 'kommune.navn'),
      ['texts.da.yaml:4:15 unknown-field'],
      'Feltet "kommune.navn" findes ikke. Der findes tiltale, kommune, telefon, akut, aabningstid, indflytning_dato, temadag_dato og temadag_tid.',
    ],
    [
      'the time of a date without one',
      withChange(DANISH, 'indflytning_dato', 'indflytning_tid'),
      ['texts.da.yaml:4:15 field-without-time'],
      '"indflytning_tid" findes ikke, for "indflytning" er en dato uden klokkeslæt. Brug indflytning_dato, eller skriv time: true ved datoen i flow.yaml.',
    ],
    [
      'a confidential field in an SMS',
      withChange(DANISH, 'Tak for', 'Tak fra {{ enhed }} for'),
      ['texts.da.yaml:6:17 confidential-in-sms'],
      '"enhed" er fortroligt og må ikke stå i en sms, for enhver kan læse med på telefonen. Flyt det til en side bag pin eller mitid.',
    ],
    [
      'a confidential field in the condition of an SMS',
      withChange(DANISH, 'Tak for', 'Tak {% if relation == "mor" %}mor{% endif %} for'),
      ['texts.da.yaml:6:16 confidential-in-sms'],
      '"relation" er fortroligt og må ikke stå i en sms, for enhver kan læse med på telefonen. Flyt det til en side bag pin eller mitid.',
    ],
    [
      'a confidential field in the filter of an SMS',
      withChange(
        DANISH,
        'husk: Husk {{ indflytning_dato }}. Hilsen {{ kommune }}',
        'husk: "Husk {{ indflytning_dato | default: arrangement }}"',
      ),
      ['texts.da.yaml:4:44 confidential-in-sms'],
      '"arrangement" er fortroligt og må ikke stå i en sms, for enhver kan læse med på telefonen. Flyt det til en side bag pin eller mitid.',
    ],
    [
      'a confidential field in a task',
      withChange(DANISH, 'Ring til', 'Ring til {{ vejleder }} om'),
      ['texts.da.yaml:10:21 confidential-outside-page'],
      '"vejleder" er fortroligt og kan kun stå på en side bag pin eller mitid. Skriv teksten uden det.',
    ],
    [
      'a confidential field on a page that anyone with the phone can read',
      withChange(FLOW, 'access: pin\n  - id: farvel', 'access: link\n  - id: farvel'),
      [
        'pages/velkommen.da.md:3:20 confidential-on-open-page',
        'pages/velkommen.en.md:3:20 confidential-on-open-page',
      ],
      '"vejleder" er fortroligt, men trinnet "side" viser dette med access: link, så enhver med telefonen kan se det. Brug access: pin eller mitid, eller fjern feltet.',
    ],
    [
      'a confidential field in a consent, whose wording is kept',
      withChange(DANISH, '  fra {{ kommune }}.', '  fra {{ vejleder }}.'),
      ['texts.da.yaml:9:10 confidential-outside-page'],
      '"vejleder" er fortroligt og kan kun stå på en side bag pin eller mitid. Skriv teksten uden det.',
    ],
    [
      'a field that a relative may not have on a page',
      withFile(PAGE, '{{ tiltale }}, {% if enhed %}{{ enhed }}{% else %}\n{{ vejleder }}{% endif %}'),
      ['pages/velkommen.da.md:2:4 field-may-be-missing'],
      '"vejleder" kan mangle, og så kan siden ikke vises. Skriv {% if vejleder %} … {% endif %} omkring det, eller {{ vejleder | default: "noget andet" }}.',
    ],
    [
      'a link on a page',
      withChange(PAGE, '{{ vejleder | default: "os" }}', '{{ link }}'),
      ['pages/velkommen.da.md:3:20 link-not-here'],
      '"pages/velkommen.da.md" kan ikke have {{ link }}: kun en invite, eller en say med page, har et link. Fjern det.',
    ],
  ],
  'links and replies': [
    [
      'a link in a receipt',
      withChange(DANISH, 'Tak for', 'Se {{ link }}. Tak for'),
      ['texts.da.yaml:6:12 link-not-here'],
      '"tak" kan ikke have {{ link }}: kun en invite, eller en say med page, har et link. Fjern det.',
    ],
    [
      'a link in a question',
      withChange(DANISH, 'Vil du', 'Se {{ link }}. Vil du'),
      ['texts.da.yaml:5:16 link-and-reply'],
      '"samtale" har både link og beder om svar. En sms med link kan ikke besvares. Del det i to beskeder.',
    ],
    [
      'a link in a consent',
      withChange(DANISH, '  fra {{ kommune }}.', '  fra {{ link }}.'),
      ['texts.da.yaml:9:10 link-not-here'],
      '"samtykke" kan ikke have {{ link }}: kun en invite, eller en say med page, har et link. Fjern det.',
    ],
    [
      'an invitation without a link',
      withChange(
        DANISH,
        ': {{ link }} Kan ikke besvares. Tlf. {{ telefon }}"\nny',
        ': Kan ikke besvares. Tlf. {{ telefon }}"\nny',
      ),
      ['texts.da.yaml:2:18 link-missing'],
      '"invitation-igen" fører til en side, men har ikke {{ link }} i alle udgaver. Tilføj {{ link }}.',
    ],
    [
      'an invitation that only sometimes has a link',
      withChange(
        DANISH,
        '{{ link }} Kan ikke besvares. Tlf. {{ telefon }}"\nny',
        '{% if tiltale %}{{ link }}{% endif %} Kan ikke besvares. Tlf. {{ telefon }}"\nny',
      ),
      ['texts.da.yaml:2:18 link-missing'],
      '"invitation-igen" fører til en side, men har ikke {{ link }} i alle udgaver. Tilføj {{ link }}.',
    ],
    [
      'a link and a request for a reply',
      withChange(
        DANISH,
        'Kan ikke besvares. Tlf. {{ telefon }}"\nny',
        'Kan ikke besvares. Svar JA. Tlf. {{ telefon }}"\nny',
      ),
      ['texts.da.yaml:2:84 link-and-reply'],
      '"invitation-igen" har både link og beder om svar. En sms med link kan ikke besvares. Del det i to beskeder.',
    ],
    [
      'a link and a request for a reply in English',
      withChange(
        ENGLISH,
        'You cannot reply. Tel. {{ telefon }}"\nny',
        'You cannot reply. Please reply with YES. Tel. {{ telefon }}"\nny',
      ),
      ['texts.en.yaml:2:88 link-and-reply'],
      '"invitation-igen" har både link og beder om svar. En sms med link kan ikke besvares. Del det i to beskeder.',
    ],
    [
      'a link without saying that nobody can answer',
      withChange(DANISH, 'Kan ikke besvares. Tlf. {{ telefon }}"\nny', 'Tlf. {{ telefon }}"\nny'),
      ['texts.da.yaml:2:18 no-reply-hint-missing'],
      '"invitation-igen" sendes fra et navn, som ingen kan svare. Skriv "Kan ikke besvares" i teksten.',
    ],
    [
      'the same in English',
      withChange(ENGLISH, 'You cannot reply. Tel. {{ telefon }}"\nny', 'Tel. {{ telefon }}"\nny'),
      ['texts.en.yaml:2:18 no-reply-hint-missing'],
      '"invitation-igen" sendes fra et navn, som ingen kan svare. Skriv "You cannot reply" i teksten.',
    ],
    [
      'a link without a phone number',
      withChange(DANISH, 'Kan ikke besvares. Tlf. {{ telefon }}"\nny', 'Kan ikke besvares."\nny'),
      ['texts.da.yaml:2:18 phone-missing'],
      '"invitation-igen" kan ikke besvares, så den skal sige, hvor man kan ringe. Tilføj {{ telefon }}.',
    ],
    [
      'a web address in a receipt',
      withChange(DANISH, 'Tak for', 'Tak, se www.kommune.dk/hjaelp for'),
      ['texts.da.yaml:6:14 literal-address'],
      '"www.kommune.dk/hjaelp" er en webadresse, og teleselskaberne stopper sms med links fra almindelige numre. Brug en say med page og {{ link }}.',
    ],
    [
      'a web address without www',
      withChange(DANISH, 'Vil du', 'Se kommune.dk. Vil du'),
      ['texts.da.yaml:5:13 literal-address'],
      '"kommune.dk" er en webadresse, og teleselskaberne stopper sms med links fra almindelige numre. Brug en say med page og {{ link }}.',
    ],
  ],
  'words that tell on someone': [
    [
      'the name of a unit, with an ending and spelled out',
      withChange(DANISH, 'Tak for', 'Tak fra Lindegaardens personale for'),
      ['texts.da.yaml:6:14 names-unit'],
      '"Lindegaardens" er navnet på en enhed (Lindegården) og må ikke stå i en sms. Skriv det neutralt, eller flyt det til en side.',
    ],
    [
      'a short name of a unit',
      withChange(DANISH, 'Tak for', 'Tak til cumb for'),
      ['texts.da.yaml:6:14 names-unit'],
      '"cumb" er navnet på en enhed (CUMB) og må ikke stå i en sms. Skriv det neutralt, eller flyt det til en side.',
    ],
    [
      'an address without its postal code',
      withChange(DANISH, 'Tak for', 'Mød op på Egevej 12. Tak for'),
      ['texts.da.yaml:6:16 names-address'],
      '"Egevej 12" er en adresse, der røber en enhed (Egevej 12, 2200 København N), og må ikke stå i en sms. Flyt den til en side.',
    ],
    [
      'the title of an event over two lines',
      withChange(DANISH, 'Tak for dit svar.', '>-\n  Tak for At leve\n  med uro.'),
      ['texts.da.yaml:6:6 names-event'],
      '"At leve med uro" er titlen på et arrangement (At leve med uro) og må ikke stå i en sms. Skriv det neutralt, eller flyt det til en side.',
    ],
    [
      'a telling word at the start of a compound',
      withChange(DANISH, 'Tak for', 'Tak fra misbrugscenteret for'),
      ['texts.da.yaml:6:14 telling-word'],
      '"misbrugscenteret" røber noget om den, det handler om, og må ikke stå i en sms. Skriv det neutralt, eller flyt det til en side.',
    ],
    [
      'a telling word inside a compound',
      withChange(DANISH, 'Tak for', 'Tak fra Socialpsykiatrien for'),
      ['texts.da.yaml:6:14 telling-word'],
      '"Socialpsykiatrien" røber noget om den, det handler om, og må ikke stå i en sms. Skriv det neutralt, eller flyt det til en side.',
    ],
    [
      'a telling word in English',
      withChange(ENGLISH, 'Thank you for', 'Thank you from the care home for'),
      ['texts.en.yaml:6:25 telling-word'],
      '"care home" røber noget om den, det handler om, og må ikke stå i en sms. Skriv det neutralt, eller flyt det til en side.',
    ],
    [
      'a telling word in the filter of a field',
      withChange(
        DANISH,
        'tak: Tak for dit svar.',
        'tak: "Tak {{ tiltale | default: \'fra demensafsnittet\' }}"',
      ),
      ['texts.da.yaml:6:38 telling-word'],
      '"demensafsnittet" røber noget om den, det handler om, og må ikke stå i en sms. Skriv det neutralt, eller flyt det til en side.',
    ],
    [
      'a short telling word at the start of a word',
      withChange(DANISH, 'Tak for', 'Tak om angsten for'),
      ['texts.da.yaml:6:13 telling-word'],
      '"angsten" røber noget om den, det handler om, og må ikke stå i en sms. Skriv det neutralt, eller flyt det til en side.',
    ],
  ],
  'how much room a text takes': [
    [
      'a long dash and curly quotes',
      withChange(DANISH, 'Tak for', 'Tak – og “hej” for'),
      [
        'texts.da.yaml:6:10 outside-sms-alphabet',
        'texts.da.yaml:6:15 outside-sms-alphabet',
        'texts.da.yaml:6:19 outside-sms-alphabet',
      ],
      "Tegnet – (U+2013) findes ikke i sms-alfabetet og gør sms'en dobbelt så dyr. Skriv - i stedet.",
    ],
    [
      'an emoji',
      withChange(DANISH, 'Tak for', 'Tak 😀 for'),
      ['texts.da.yaml:6:10 outside-sms-alphabet'],
      "Tegnet 😀 (U+1F600) findes ikke i sms-alfabetet og gør sms'en dobbelt så dyr. Skriv noget andet.",
    ],
    [
      'a letter with an accent',
      withChange(DANISH, 'Tak for', 'Tak på fôrskud for'),
      ['texts.da.yaml:6:14 outside-sms-alphabet'],
      "Tegnet ô (U+00F4) findes ikke i sms-alfabetet og gør sms'en dobbelt så dyr. Skriv o i stedet.",
    ],
    [
      'a text over two parts',
      withChange(DANISH, 'Tak for dit svar.', 'Tak '.repeat(80)),
      ['texts.da.yaml:6:6 too-many-segments'],
      '"tak" kan fylde 3 sms\'er, når felterne er længst; grænsen er 2. Forkort med mindst 13 tegn.',
    ],
    [
      'a text over two parts only with its longest fields',
      withChange(DANISH, 'Tak for dit svar.', 'Tak {{ kommune }} '.repeat(14)),
      ['texts.da.yaml:6:6 too-many-segments'],
      '"tak" kan fylde 3 sms\'er, når felterne er længst; grænsen er 2. Forkort med mindst 43 tegn.',
    ],
    [
      'a text over two parts only with its link',
      withChange(DANISH, '"Ny besked', `"${'Ny '.repeat(76)}besked`),
      ['texts.da.yaml:3:10 too-many-segments'],
      '"ny-side" kan fylde 3 sms\'er, når felterne er længst; grænsen er 2. Forkort med mindst 41 tegn.',
    ],
    [
      'a text too long in one of its versions',
      withChange(DANISH, 'Tak for', `Nå {% if tiltale %}${'Tak '.repeat(80)}{% endif %}Tak for`),
      ['texts.da.yaml:6:6 too-many-segments'],
      '"tak" kan fylde 3 sms\'er, når felterne er længst; grænsen er 2. Forkort med mindst 34 tegn.',
    ],
    [
      'a text of more than 64 versions',
      withChange(DANISH, 'Tak for', `Nå ${'{% if tiltale %}a{% endif %}'.repeat(7)}Tak for`),
      ['texts.da.yaml:6:6 too-many-variants'],
      "Teksten har så mange {% if %}, at den kan blive til over 64 forskellige sms'er. Del den i flere tekster.",
    ],
  ],
  'a questionnaire': [
    [
      'a question that is none',
      withForm('    questions: [{ scale: udbytte, yesno: igen }]'),
      ['flow.yaml:14:17 wrong-value'],
      '{"scale":"udbytte","yesno":"igen"} kan ikke bruges her. Skriv ét spørgsmål, fx { scale: udbytte }, { yesno: igen }, { words: andet } eller { choice: laengde, of: [for-kort, passende] }.',
    ],
    [
      'a choice with nothing to choose from',
      withForm('    questions:\n      - choice: tak'),
      ['flow.yaml:15:9 wrong-value'],
      '{"choice":"tak"} kan ikke bruges her. Skriv ét spørgsmål, fx { scale: udbytte }, { yesno: igen }, { words: andet } eller { choice: laengde, of: [for-kort, passende] }.',
    ],
    [
      'a mistyped kind of question',
      withForm('    questions:\n      - skala: tak'),
      ['flow.yaml:15:9 unknown-key'],
      '"skala" kendes ikke her. Mente du "scale"? Her kan stå scale, yesno, choice, words og of.',
    ],
    [
      'no questions',
      withForm('    questions: []'),
      ['flow.yaml:14:16 wrong-value'],
      '[] kan ikke bruges her. Skriv en liste af 1-12 spørgsmål, hvert med "- " foran, fx "- scale: udbytte".',
    ],
    [
      'the same question twice',
      withForm('    questions:\n      - scale: tak\n      - words: tak'),
      ['flow.yaml:16:16 question-twice'],
      'Spørgsmålet "tak" står her to gange. Fjern det ene, eller giv det et andet navn.',
    ],
    [
      'the same answer twice',
      withForm('    questions:\n      - { choice: tak, of: [husk, husk] }'),
      ['flow.yaml:15:35 choice-twice'],
      'Svaret "husk" kan vælges to gange. Fjern det ene.',
    ],
    [
      'words that are not written in a language',
      withForm('    questions:\n      - { choice: tak, of: [husk, opgave] }'),
      ['flow.yaml:15:35 missing-text'],
      'Teksten "opgave" mangler i texts.en.yaml. Skriv den dér.',
    ],
    [
      'no page',
      withStep(
        '- form: ny-side\n    access: link\n    questions: [{ scale: tak }]\n    silent: { after: 3 days }',
      ),
      ['flow.yaml:11:5 missing-key'],
      '"page" mangler her. Skriv et navn med små bogstaver (a-z), tal og bindestreger, fx velkommen.',
    ],
    [
      'about a date that is no event',
      withForm('    questions: [{ scale: tak }]\n    about: temadag'),
      ['flow.yaml:15:12 not-an-event'],
      '"temadag" er ikke et arrangement. Skriv event: true ved datoen under "anchors", eller brug en anden.',
    ],
    [
      'about something unknown',
      withForm('    questions: [{ scale: tak }]\n    about: temadg'),
      ['flow.yaml:15:12 unknown-anchor'],
      'Datoen "temadg" findes ikke. Skriv den under "anchors", eller brug "start".',
    ],
    [
      'before what it is about',
      withEvent(
        '- form: ny-side\n    page: velkommen\n    access: pin\n    questions: [{ scale: tak }]\n    about: temadag\n    when: 1 day before temadag at 10:00\n    late: skip\n    silent: { after: 3 days }',
      ),
      ['flow.yaml:16:11 form-before-event'],
      'Skemaet spørger om "temadag", før det har været der. Brug et tidspunkt bagefter, fx "1 day after temadag at 10:00".',
    ],
    [
      'a text without the link',
      withStep(
        '- form: husk\n    page: velkommen\n    access: pin\n    questions: [{ scale: tak }]\n    silent: { after: 3 days }',
      ),
      [
        'texts.da.yaml:4:7 link-missing',
        'texts.da.yaml:4:7 no-reply-hint-missing',
        'texts.da.yaml:4:7 phone-missing',
        'texts.en.yaml:4:7 link-missing',
        'texts.en.yaml:4:7 no-reply-hint-missing',
        'texts.en.yaml:4:7 phone-missing',
      ],
      '"husk" fører til en side, men har ikke {{ link }} i alle udgaver. Tilføj {{ link }}.',
    ],
  ],
  'seats and groups': [
    [
      'a seat at a date that is no event',
      withStep(
        '- ask: samtale\n    attend: temadag\n    answers: { ja: {}, nej: {}, venteliste: {} }\n    silent: { after: 3 days }',
      ),
      ['flow.yaml:12:13 not-an-event'],
      '"temadag" er ikke et arrangement. Skriv event: true ved datoen under "anchors", eller brug en anden.',
    ],
    [
      'a seat at something unknown',
      withStep(
        '- ask: samtale\n    attend: temadg\n    answers: { ja: {}, nej: {}, venteliste: {} }\n    silent: { after: 3 days }',
      ),
      ['flow.yaml:12:13 unknown-anchor'],
      'Datoen "temadg" findes ikke. Mente du "temadag"? Skriv den under "anchors", eller brug "start".',
    ],
    [
      'one event twice in a choice',
      withEvent(
        '- invite: invitation\n    page: velkommen\n    access: pin\n    attend: [temadag, temadag]\n    expires: after 9 days\n    venteliste: {}',
      ),
      ['flow.yaml:14:23 attend-twice'],
      '"temadag" står her to gange, men man kan kun svare én gang på hvert arrangement. Fjern det ene.',
    ],
    [
      'nothing about the waiting list',
      withEvent(
        '- ask: samtale\n    attend: temadag\n    answers: { ja: {}, nej: {} }\n    silent: { after: 3 days }',
      ),
      ['flow.yaml:12:5 no-waiting-list'],
      '"samtale" spørger, om man vil have en plads, men siger ikke, hvad der sker, når alle pladser er taget. Skriv "venteliste" ved svarene.',
    ],
    [
      'nobody told of a seat that becomes free',
      withEvent(
        '- ask: samtale\n    attend: temadag\n    answers: { ja: {}, nej: {}, venteliste: {} }\n    silent: { after: 3 days }',
        '',
      ),
      ['flow.yaml:8:3 no-seated-step'],
      'Den, der står på venteliste til "temadag", skal have at vide, når der bliver plads. Skriv "seated" med trinnet, der siger det.',
    ],
    [
      'a waiting list without a seat to wait for',
      withStep(
        '- ask: samtale\n    answers: { ja: {}, nej: {}, venteliste: {} }\n    silent: { after: 3 days }',
      ),
      ['flow.yaml:12:33 key-alone'],
      '"venteliste" har kun mening sammen med "attend". Tilføj "attend", eller fjern "venteliste".',
    ],
    [
      'a seat for a date that is no event',
      withChange(FLOW, 'Temaeftermiddagen, time: true', 'Temaeftermiddagen, time: true, seated: farvel'),
      ['flow.yaml:8:52 key-alone'],
      '"seated" har kun mening sammen med "event". Tilføj "event", eller fjern "seated".',
    ],
    [
      'a reminder before a date that is no event',
      withStep('- say: tak\n    when: 1. reminder before indflytning at 10:00\n    late: skip'),
      ['flow.yaml:12:11 not-an-event'],
      '"indflytning" er ikke et arrangement. Skriv event: true ved datoen under "anchors", eller brug en anden.',
    ],
    [
      'a branch on a seat nobody can have',
      withStep('- branch: seat.indflytning\n    is: { ja: slut }\n  - { id: slut, end: nu }'),
      ['flow.yaml:11:13 not-an-event'],
      '"indflytning" er ikke et arrangement. Skriv event: true ved datoen under "anchors", eller brug en anden.',
    ],
    [
      'a group that is not there',
      withStep('- join: Fredagscafé'),
      ['flow.yaml:11:11 unknown-group'],
      'Der er ingen gruppe "Fredagscafé", som I selv sætter medlemmer i. Mente du "Fredagscaféen"? Opret den, eller ret navnet.',
    ],
  ],
};

describe.each(Object.entries(TABLES))('%s', (_group, rows) => {
  it.each(rows)('%s', (_what, files, expected, sentence) => {
    const problems = problemsOf(files);

    expect(problems.map(place)).toEqual(expected);
    expect(problems[0]?.da).toBe(sentence);
    for (const { da, en } of problems) {
      expect(en).not.toBe(da);
      expect(`${da} ${en}`).not.toMatch(/undefined|NaN|\[object|\$\{/);
      expect(da).toMatch(/[.?]$/);
      expect(en).toMatch(/[.?]$/);
    }
  });
});

describe('problems', () => {
  it('of every kind stand in the tables above', () => {
    const expected = Object.values(TABLES).flatMap((rows) => rows.flatMap(([, , problems]) => problems));
    const codes = new Set(expected.map((problem) => problem.split(' ')[1] ?? ''));
    expect(PROBLEM_CODES.filter((code) => !codes.has(code))).toEqual(['yaml-deep']);
  });

  it('with layers without end are seen, wherever the parser gives up', () => {
    const problems = problemsOf(withFile(DANISH, `a: ${'['.repeat(5000)}`));
    expect(problems.map(({ code }) => code)).toEqual(['yaml-deep']);
  });

  it('are written as editors read them', () => {
    const [problem] = problemsOf(withChange(FLOW, 'minors: false', 'minors: ja'));
    const written = problem && [formatProblem(problem, 'da'), formatProblem(problem, 'en')];
    expect(written).toEqual([
      'flow.yaml:4:9: "ja" kan ikke bruges her. Skriv true eller false.',
      'flow.yaml:4:9: "ja" cannot be used here. Write true or false.',
    ]);
  });

  it('come all at once, in the order of the files, and each once', () => {
    const files = {
      ...withChange(FLOW, '- say: husk', '- sai: husk'),
      [DANISH]: 'tak: Tak – hej {{ x }}\nny-side: ""\n',
      [PAGE]: '{{ x }}',
    };
    expect(problemsOf(files).map(place)).toEqual([
      'flow.yaml:11:13 missing-text',
      'flow.yaml:14:14 missing-text',
      'flow.yaml:16:15 missing-text',
      'flow.yaml:18:39 missing-text',
      'flow.yaml:19:5 unknown-step',
      'flow.yaml:22:10 missing-text',
      'flow.yaml:24:45 missing-text',
      'pages/velkommen.da.md:1:4 unknown-field',
      'texts.da.yaml:1:10 outside-sms-alphabet',
      'texts.da.yaml:1:19 unknown-field',
      'texts.da.yaml:2:1 text-empty',
    ]);
  });

  it('of a flow that cannot be read do not hide those of its texts', () => {
    const files = { ...withFile(FLOW, 'flow: a\nsteps:\n  - sai: b\n'), [DANISH]: 'a: "b' };
    expect(problemsOf(files).map(place)).toEqual([
      'flow.yaml:1:1 missing-key',
      'flow.yaml:1:1 missing-key',
      'flow.yaml:1:1 missing-key',
      'flow.yaml:3:5 unknown-step',
      'texts.da.yaml:1:4 yaml-quote',
    ]);
  });

  it('stand in the same lines and columns behind a byte order mark and with Windows line ends', () => {
    const everyFifth = Object.values(TABLES)
      .flat()
      .filter((_row, index) => index % 5 === 0);
    for (const [_what, files, expected] of everyFifth) {
      const windows = Object.entries(files).map(([name, text]) => [
        name,
        `\ufeff${text.replaceAll('\n', '\r\n')}`,
      ]);
      expect(problemsOf(Object.fromEntries(windows)).map(place)).toEqual(expected);
    }
  });
});

function problemsOf(files: FlowFiles): Problem[] {
  const parsed = parseFlow(files, AGAINST);
  return parsed.ok ? [] : parsed.problems;
}

function place(problem: Problem): string {
  return `${problem.file}:${problem.line}:${problem.column} ${problem.code}`;
}

function withFile(file: string, content: string): FlowFiles {
  return { ...GOOD_FLOW, [file]: content };
}

function withStep(step: string): FlowFiles {
  return withFile(FLOW, GOOD_FLOW[FLOW].replace(STEPS, `steps:\n  ${step}\n`));
}

/** A questionnaire whose questions stand from line 14 on. */
function withForm(questions: string): FlowFiles {
  return withStep(
    `- form: ny-side\n    page: velkommen\n    access: pin\n${questions}\n    silent: { after: 3 days }`,
  );
}

/** The same about an event that tells of a free seat with the step `tak`. */
function withEvent(step: string, seated = ', seated: tak'): FlowFiles {
  const steps = seated === '' ? step : `${step}\n  - say: tak`;
  const files = withStep(steps);
  return {
    ...files,
    [FLOW]: (files[FLOW] ?? '').replace(
      'Temaeftermiddagen, time: true',
      `Temaeftermiddagen, event: true${seated}`,
    ),
  };
}
