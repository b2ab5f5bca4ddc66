import { describe, expect, it } from 'vitest';
import { parseStories } from '../../../src/journey/engine/read-stories.ts';
import { playStory } from '../../../src/journey/engine/story.ts';
import { ask, makeFlow, say } from './make-flow.ts';

const flow = makeFlow([ask('vil-du', { ja: { say: 'tak' }, remind: 1 }), say('farvel')]);

const good = `# En kommentar
- story: Siger ja
  start: 2027-03-01T09:00
  anchors: { dag: 2027-04-01 }
  relative: { relation: forælder, channel: sms, sharedPhone: false }
  do:
    - 2027-03-02T10:00 reply Ja tak
  expect:
    - 2027-03-01T09:00 sms vil-du
    - 2027-03-02T10:00 sms tak      # kvitteringen
    - 2027-03-02T10:00 sms farvel
    - 2027-03-02T10:00 end gennemført
`;

const stories = (text: string) => {
  const parsed = parseStories(text, 'stories.yaml');
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.stories;
};

const differences = (text: string) => stories(text).flatMap((story) => playStory(flow, story).differences);

describe('playStory', () => {
  it('finds no difference when all goes as told', () => {
    expect(differences(good)).toEqual([]);
  });

  it('tells what is missing and what came unexpectedly, in order', () => {
    expect(
      differences(
        good.replace('02T10:00 sms tak ', '02T10:01 sms tak ').replace('sms farvel', 'alert advisor'),
      ),
    ).toEqual([
      'Mangler: 2027-03-02T10:01 sms tak',
      'Mangler: 2027-03-02T10:00 alert advisor',
      'Uventet: 2027-03-02T10:00 sms tak',
      'Uventet: 2027-03-02T10:00 sms farvel',
    ]);
    expect(differences(`${good}    - 2027-03-03T10:00 end to gange\n`)).toEqual([
      'Mangler: 2027-03-03T10:00 end to gange',
    ]);
    expect(differences(good.replace(/ {4}- 2027-03-02T10:00 end.*\n/, ''))).toEqual([
      'Uventet: 2027-03-02T10:00 end gennemført',
    ]);
  });

  it('does not play with dates the flow does not have, nor before the beginning', () => {
    expect(differences(good.replace('dag:', 'dagen:'))).toEqual([
      expect.stringContaining('ingen dato, der hedder "dagen"'),
    ]);
    expect(differences(good.replace('reply Ja tak', 'move moede 2027-04-01'))).toEqual([
      expect.stringContaining('kan ikke være'),
    ]);
    expect(differences(good.replace('2027-03-02T10:00 reply', '2027-02-02T10:00 reply'))).toEqual([
      '2027-02-02T10:00 reply er før historien begynder.',
    ]);
  });
});

describe('parseStories', () => {
  it('needs no relative, no dates and nothing done', () => {
    expect(stories('- story: Intet\n  start: 2027-03-01T09:00\n  expect: []\n')).toMatchObject([
      { name: 'Intet', line: 1, anchors: {}, relative: {}, script: [], expect: [] },
    ]);
    expect(stories('')).toEqual([]);
  });

  it.each([
    ['a tab', good.replace('  start', '\tstart'), 3, 'kan filen ikke læses'],
    ['an unknown key', good.replace('anchors:', 'anker:'), 2, '"anker" kendes ikke'],
    ['an unknown thing about the relative', good.replace('relation:', 'slægt:'), 5, '"slægt" kendes ikke'],
    ['no name', good.replace('- story: Siger ja\n  start', '- start'), 2, '"story" mangler'],
    [
      'an hour that does not exist',
      good.replace('2027-03-01T09:00\n  anchors', '2027-03-28T02:30\n  anchors'),
      3,
      'findes ikke',
    ],
    ['an unknown deed', good.replace('reply Ja tak', 'svar Ja tak'), 7, '"svar" er ikke noget'],
    ['a colon without quotes', good.replace('Ja tak', 'Ja: tak'), 7, 'Sæt anførselstegn'],
    [
      'something that cannot be expected',
      good.replace('sms farvel', 'mail farvel'),
      11,
      'ikke noget, der kan ventes',
    ],
    [
      'a channel that does not exist',
      good.replace('channel: sms', 'channel: due'),
      5,
      '"channel" mangler eller',
    ],
    ['no list', 'story: Siger ja\n', 1, 'mangler eller er ikke'],
  ])('points to %s', (_, text, line, da) => {
    const parsed = parseStories(text, 'stories.yaml');
    expect(parsed).toMatchObject({ ok: false });
    if (parsed.ok) return;
    expect(parsed.problems.map((problem) => problem.line)).toContain(line);
    expect(parsed.problems.find((problem) => problem.line === line)?.da).toContain(da);
    for (const problem of parsed.problems)
      expect(problem).toMatchObject({
        file: 'stories.yaml',
        column: expect.any(Number),
        en: expect.any(String),
      });
  });

  it('does not unfold a bomb of aliases', () => {
    const bomb = `a: &a [x]\n${'bcdefghijk'
      .split('')
      .map((c, n) => `${c}: &${c} [${`*${'abcdefghijk'[n]},`.repeat(9)}]`)
      .join('\n')}\n`;
    expect(parseStories(bomb, 'stories.yaml')).toMatchObject({ ok: false });
  });
});
