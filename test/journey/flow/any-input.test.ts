import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FlowFiles, parseFlow } from '../../../src/journey/flow/parse-flow.ts';
import { fieldNames, longestFields } from '../../../src/journey/text/fields.ts';
import { renderPage, renderText } from '../../../src/journey/text/render.ts';
import { GOOD_FLOW, type GoodFile } from './good-flow.ts';

const FILES = Object.keys(GOOD_FLOW) as GoodFile[];

const PIECES = [
  ...[
    '\n',
    '\n  ',
    '\n    ',
    '  - ',
    '- ',
    ': ',
    ', ',
    '{ ',
    ' }',
    '[',
    ']',
    '"',
    "'",
    '#',
    '&a ',
    '*a',
    '!x ',
    '|\n',
    '>-\n',
    '\t',
    '\r',
  ],
  ...[
    'flow',
    'steps',
    'invite',
    'say',
    'ask',
    'wait',
    'branch',
    'alert',
    'end',
    'id',
    'is',
    'go',
    'when',
    'late',
    'silent',
  ],
  ...[
    '{{ ',
    ' }}',
    '{% if ',
    '{% else %}',
    '{% endif %}',
    'tiltale',
    'enhed',
    'link',
    ' | default: ',
    'null',
    'true',
    '1e9',
    '~',
  ],
  ...[
    '__proto__',
    'constructor',
    'toString',
    'answer.',
    'anchor.',
    'farvel',
    'valg',
    '\u0000',
    '\ufeff',
    '\ufffd',
    '\ud800',
    '😀',
    '’',
  ],
];

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join('')),
);

/** Cuts, doubles, moves and overwrites pieces of the good flow. */
const mutated = fc
  .array(
    fc.record({
      file: fc.constantFrom(...FILES),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      cut: fc.oneof(fc.nat({ max: 3 }), fc.nat({ max: 60 })),
      put: fc.oneof(fc.constant(''), fc.constantFrom(...PIECES), fc.string({ maxLength: 5 })),
      whole: fc.boolean(),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((changes) => {
    const files: Record<string, string> = { ...GOOD_FLOW };
    for (const { file, at, cut, put, whole } of changes) {
      const text = files[file] ?? '';
      const start = Math.floor(at * text.length);
      const line = text.indexOf('\n', start);
      const end = whole && line >= 0 ? line : start + cut;
      files[file] = text.slice(0, start) + put + text.slice(end);
    }
    return files;
  });

describe('whatever the files hold', () => {
  it('any text in any file is read without throwing', () => {
    const files = fc.dictionary(fc.constantFrom(...FILES, 'texts.x.yaml', '__proto__'), anyText);
    fc.assert(
      fc.property(files, fc.boolean(), (some, overGood) => {
        expectFlowOrProblems(overGood ? { ...GOOD_FLOW, ...some } : some);
      }),
      { numRuns: 150 },
    );
  });

  it('any change of a good flow is a good flow or a problem at a place that exists', () => {
    fc.assert(
      fc.property(mutated, (files) => {
        expectFlowOrProblems(files);
      }),
      { numRuns: 250 },
    );
  });
});

/** Problems stand at places that exist; a flow that passes can be rendered in full with open fields in every SMS. */
function expectFlowOrProblems(files: FlowFiles): void {
  const parsed = parseFlow(files);
  if (!parsed.ok) {
    expect(parsed.problems.length).toBeGreaterThan(0);
    for (const { file, line, column } of parsed.problems) {
      const written = (files[file] ?? '').replace(/^\ufeff/, '').split(/\r\n?|\n/);
      expect(line).toBeGreaterThanOrEqual(1);
      expect(line).toBeLessThanOrEqual(written.length);
      expect(column).toBeGreaterThanOrEqual(1);
      expect(column).toBeLessThanOrEqual((written[line - 1] ?? '').length + 1);
    }
    return;
  }
  const { flow } = parsed;
  const all = longestFields('da', flow.anchors);
  const confidential = ['enhed', 'arrangement', 'vejleder', 'relation', 'omraade'];
  const open = Object.fromEntries(
    fieldNames(flow.anchors)
      .filter((n) => !confidential.includes(n))
      .map((n) => [n, all[n] ?? '']),
  );
  for (const step of flow.steps) {
    if ('text' in step) for (const language of flow.languages) renderText(flow, step.text, language, open);
    if ('page' in step && step.page !== undefined) renderPage(flow, step.page, 'da', all);
  }
}
