import { describe, expect, it } from 'vitest';
import { type FlowFiles, parseFlow } from '../../../src/journey/flow/parse-flow.ts';
import { formatProblem } from '../../../src/journey/flow/problem.ts';
import { GOOD_FLOW, withChange, without } from './good-flow.ts';

describe('a good flow', () => {
  it('becomes what the engine reads, with defaults filled in', () => {
    const flow = parsed(GOOD_FLOW);
    const { steps, texts, pages, ...head } = flow;

    expect(head).toEqual({
      name: 'velkomst',
      title: 'Velkommen',
      track: 'støtte',
      minors: false,
      languages: ['da', 'en'],
      anchors: {
        indflytning: { title: 'Indflytningsdato', time: false },
        temadag: { title: 'Temaeftermiddagen', time: true },
      },
      window: { from: '09:00', to: '17:00' },
    });
    expect(steps).toEqual([
      {
        kind: 'invite',
        id: 'invitation',
        text: 'invitation',
        page: 'velkommen',
        access: 'pin',
        consent: 'samtykke',
        remind: { every: { amount: 4, unit: 'days' }, times: 2, text: 'invitation-igen' },
        expires: { amount: 21, unit: 'days' },
        accepted: {},
        declined: { alert: { to: 'advisor', task: 'opgave', urgent: false }, go: 'farvel' },
        expired: {},
      },
      {
        kind: 'say',
        id: 'husk',
        text: 'husk',
        access: 'link',
        timing: {
          when: {
            offset: { amount: 3, unit: 'days' },
            direction: 'before',
            anchor: 'indflytning',
            clock: '09:00',
          },
          late: 'skip',
        },
      },
      {
        kind: 'ask',
        id: 'samtale',
        text: 'samtale',
        ja: { say: 'tak', alert: { to: 'advisor', task: 'opgave', urgent: true } },
        nej: { go: 'farvel' },
        silent: { after: { amount: 3, unit: 'days' }, remind: 1, go: 'farvel' },
      },
      { kind: 'wait', id: 'wait-4', until: { kind: 'weekday', weekday: 2, clock: '10:00' } },
      { kind: 'branch', id: 'valg', on: 'answer.samtale', is: { ja: 'side' }, otherwise: 'farvel' },
      { kind: 'say', id: 'side', text: 'ny-side', page: 'velkommen', access: 'pin' },
      { kind: 'end', id: 'farvel', reason: 'gennemført' },
    ]);
    expect(texts.da?.samtykke).toBe('Jeg siger ja til sms fra {{ kommune }}.');
    expect(Object.keys(texts)).toEqual(['da', 'en']);
    expect(Object.keys(pages.velkommen ?? {})).toEqual(['da', 'en']);
  });

  it('is plain JSON', () => {
    const flow = parsed(GOOD_FLOW);
    expect(JSON.parse(JSON.stringify(flow))).toEqual(flow);
  });

  it('leaves texts behind that nothing names, unchecked as they are', () => {
    const flow = parsed(withChange('texts.da.yaml', 'tak: Tak', 'kladde: "{{ enhed }} {{ x"\ntak: Tak'));
    expect(flow).toEqual(parsed(GOOD_FLOW));
  });

  it('is the same behind a byte order mark and with Windows line ends', () => {
    const windows = Object.entries(GOOD_FLOW).map(([name, text]) => [
      name,
      `\ufeff${text.replaceAll('\n', '\r\n')}`,
    ]);
    expect(parsed(Object.fromEntries(windows))).toEqual(parsed(GOOD_FLOW));
  });

  it('has the page and text files of its languages only', () => {
    const files = {
      ...GOOD_FLOW,
      'texts.ar.yaml': 'a: "b',
      'pages/velkommen.ar.md': '{{',
      'README.md': '{{',
      'stories.yaml': '[',
    };
    expect(parsed(files)).toEqual(parsed(GOOD_FLOW));
  });
});

describe('what is no problem', () => {
  const DANISH = 'texts.da.yaml';
  const receipt = (text: string): FlowFiles => withChange(DANISH, 'Tak for dit svar.', JSON.stringify(text));
  const reminder = (text: string): FlowFiles =>
    withChange(
      DANISH,
      '"Husk din besked fra {{ kommune }}: {{ link }} Kan ikke besvares. Tlf. {{ telefon }}"',
      JSON.stringify(text),
    );

  it.each<[string, FlowFiles]>([
    ['a text that nothing names', withChange(DANISH, 'tak: Tak', 'kladde: Ny tekst\ntak: Tak')],
    ['a task in the first language only', GOOD_FLOW],
    [
      'the same text in two steps',
      withChange('flow.yaml', '- wait: until next tuesday at 10:00', '- id: igen\n    say: husk'),
    ],
    [
      'a question that is asked again after a wait for its answer',
      withChange('flow.yaml', 'nej: { go: farvel }', 'nej: { go: husk }'),
    ],
    [
      'a flow without texts',
      { 'flow.yaml': 'flow: a\ntitle: A\ntrack: støtte\nlanguages: [da]\nsteps:\n  - alert: advisor\n' },
    ],
    [
      'a flow without pages',
      {
        ...withChange('flow.yaml', '', ''),
        'flow.yaml': 'flow: a\ntitle: A\ntrack: inddragelse\nlanguages: [da]\nsteps:\n  - say: tak\n',
      },
    ],
    [
      'an alias',
      withChange(
        'flow.yaml',
        'nej: { go: farvel }\n    silent: {',
        'nej: &nej { go: farvel }\n    silent: {',
      ),
    ],
    [
      'a branch on what is known of the relative',
      withChange(
        'flow.yaml',
        'answer.samtale\n    is: { ja: side }',
        'relation\n    is: { søskende: side, forælder: side }',
      ),
    ],
    [
      'a branch on a language the flow does not list',
      withChange(
        'flow.yaml',
        'answer.samtale\n    is: { ja: side }',
        'language\n    is: { ar: side, so: side }',
      ),
    ],
    [
      'a branch on whether a date is set',
      withChange(
        'flow.yaml',
        'answer.samtale\n    is: { ja: side }',
        'anchor.temadag\n    is: { set: side }',
      ),
    ],
    [
      'hours before a date with a time',
      withChange('flow.yaml', '3 days before indflytning at 09:00', '2 hours before temadag'),
    ],
    [
      'days after the start',
      withChange('flow.yaml', '3 days before indflytning at 09:00', '3 days after start at 09:00'),
    ],
    [
      'a field that a relative may not have, and words for when there is none',
      {
        ...GOOD_FLOW,
        'pages/velkommen.da.md':
          '{% if enhed %}{{ enhed }}{% endif %}{% unless vejleder %}ingen{% else %}{{ vejleder }}{% endunless %}' +
          '{{ arrangement | default: "dagen" }}{{ relation }}{{ omraade }}',
      },
    ],
    [
      'a request for a reply in a receipt',
      receipt('Tak. Bliver du forhindret, så svar NEJ. Vil du ikke have sms: svar STOP.'),
    ],
    [
      'a condition with a link on both sides',
      reminder(
        '{% if tiltale %}Hej {{ link }}{% else %}Se {{ link }}{% endif %} Kan ikke besvares. Tlf. {{ telefon }}',
      ),
    ],
    [
      'saying that one cannot answer this SMS',
      reminder(
        'Ny besked: {{ link }} Kan ikke besvares, så du kan ikke svare på denne sms. Tlf. {{ telefon }}',
      ),
    ],
    ['words that only look telling', receipt('Tak. Vi tager en gangsti langs jobcenteret, i december.')],
    [
      'a reply in words, and an answer that is written about',
      receipt('Tak for dit svar og for at svare så hurtigt. Ja, vi ringer.'),
    ],
    ['306 characters', receipt('x'.repeat(306))],
    ['spaces and invisible characters that are tidied away', receipt('Tak\u00a0for \u200bdit\u00ad svar.')],
  ])('%s', (_what, files) => {
    parsed(files);
  });

  it('letters of a language that has its own: three parts of them', () => {
    const arabic = {
      ...without('texts.en.yaml', 'pages/velkommen.en.md'),
      'flow.yaml': GOOD_FLOW['flow.yaml'].replace('[da, en]', '[da, ar]'),
      'texts.ar.yaml': GOOD_FLOW['texts.en.yaml']
        .replace('Thank you for your answer.', 'شكرا '.repeat(40))
        .replace('Remember', 'تذكير'),
      'pages/velkommen.ar.md': 'مرحبا {{ tiltale }}',
    };
    parsed(arabic);

    const tooLong = { ...arabic, 'texts.ar.yaml': arabic['texts.ar.yaml'].replace('شكرا', 'شكرا شكرا') };
    expect(problems(tooLong)).toEqual([
      'texts.ar.yaml:6:6: "tak" kan fylde 4 sms\'er, når felterne er længst; grænsen er 3. Forkort med mindst 3 tegn.',
    ]);
  });

  it('letters of its own are, but not a curly quote alone', () => {
    const polish = {
      ...without('texts.en.yaml', 'pages/velkommen.en.md'),
      'flow.yaml': GOOD_FLOW['flow.yaml'].replace('[da, en]', '[da, pl]'),
      'texts.pl.yaml': GOOD_FLOW['texts.en.yaml'].replace('Thank you', 'Dziękuję – bardzo'),
      'pages/velkommen.pl.md': 'Witaj {{ tiltale }}',
    };
    parsed(polish);

    const quoted = {
      ...polish,
      'texts.pl.yaml': GOOD_FLOW['texts.en.yaml'].replace('Thank you', 'Thank “you”'),
    };
    expect(problems(quoted)).toEqual([
      'texts.pl.yaml:6:12: Tegnet “ (U+201C) findes ikke i sms-alfabetet og gør sms\'en dobbelt så dyr. Skriv " i stedet.',
      'texts.pl.yaml:6:16: Tegnet ” (U+201D) findes ikke i sms-alfabetet og gør sms\'en dobbelt så dyr. Skriv " i stedet.',
    ]);
  });
});

function problems(files: FlowFiles): string[] {
  const result = parseFlow(files);
  return result.ok ? [] : result.problems.map((problem) => formatProblem(problem, 'da'));
}

function parsed(files: FlowFiles) {
  expect(problems(files)).toEqual([]);
  const result = parseFlow(files);
  if (!result.ok) throw new Error('not reached');
  return result.flow;
}
