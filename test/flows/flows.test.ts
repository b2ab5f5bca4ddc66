// What the texts and pages of the house promise their readers, beyond what the check holds every flow to.
import { describe, expect, it } from 'vitest';
import { parseFlow } from '../../src/journey/flow/parse-flow.ts';
import { formatProblem } from '../../src/journey/flow/problem.ts';
import { longestFields } from '../../src/journey/text/fields.ts';
import { renderText } from '../../src/journey/text/render.ts';
import { segmentsWithLink } from '../../src/journey/text/segments.ts';
import { lix } from './lix.ts';
import { flowFolders, readFlowFolder } from './read-folder.ts';

const EASY_LIX = 30;
const USUAL = {
  tiltale: 'Anne-Marie',
  kommune: 'Københavns Kommune',
  telefon: '12 34 56 78',
  aabningstid: 'hverdage 8-15',
};
const USUAL_LINK = 45;
const TELLING =
  /pårørende|relative|samtale|vejled|rådgiv|counsel|indflyt|tema|sorg|grief|syg|bror|søster|sibling|parent/i;

describe.each(flowFolders)('The flow %s', (name) => {
  const files = readFlowFolder(name);
  const parsed = parseFlow(files);
  const pages = Object.entries(files).filter(([path]) => path.endsWith('.md'));
  const danishPages = pages.filter(([path]) => path.endsWith('.da.md'));
  const asked = new Set(
    (parsed.ok ? parsed.flow.steps : []).flatMap((step) =>
      step.kind === 'form' ? step.questions.flatMap((q) => [q.id, ...(q.kind === 'choice' ? q.of : [])]) : [],
    ),
  );
  const sms = Object.entries(parsed.ok ? parsed.flow.texts : {}).flatMap(([language, texts]) =>
    Object.keys(texts)
      .filter((key) => !/^(opgave|samtykke)-/.test(key) && !asked.has(key))
      .map((key) => ({ language, key })),
  );

  const rendered = (key: string, language: string): string => {
    if (!parsed.ok) throw new Error('the flow does not pass its check');
    const fields = { ...longestFields(language, parsed.flow.anchors), ...USUAL };
    return renderText(parsed.flow, key, language, fields).text;
  };

  it('passes its check and is called as its folder', () => {
    expect(parsed.ok ? [] : parsed.problems.map((problem) => formatProblem(problem, 'en'))).toEqual([]);
    expect(parsed.ok && parsed.flow.name).toBe(name);
  });

  it.each(sms)('fits $key in one SMS, in $language', ({ language, key }) => {
    const segments = segmentsWithLink(rendered(key, language), USUAL_LINK);

    expect(segments).toMatchObject({ count: 1, encoding: 'gsm7' });
  });

  it.each(sms)('does not say in $key whom or what it is about, in $language', ({ language, key }) => {
    expect(rendered(key, language)).not.toMatch(TELLING);
  });

  it.each(pages)('has the phone number on %s and plain markdown from the second level', (_, page) => {
    expect(page).toContain('{{ telefon }}');
    expect(page.startsWith('## ')).toBe(true);
    expect(page).not.toMatch(/<\w|!\[|^# /m);
  });

  it.each(danishPages)('reads easily on %s', (_, page) => {
    expect(lix(page)).toBeLessThanOrEqual(EASY_LIX);
  });
});
