import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TEXT_ENGINE } from '../../../src/journey/text/engines.ts';
import { fillIn, plainTemplate } from '../../../src/journey/text/plain-template.ts';

const FIELDS = { tiltale: 'Bo {{ x }}', kommune: '', møde_dato: '{% if %}' };

/** What is made, or that it was refused: a field without a value is refused by both. */
const madeBy = (make: () => string): string | undefined => {
  try {
    return make();
  } catch {
    return undefined;
  }
};

describe('a template of words and fields alone', () => {
  it.each([
    ['Hej', 'Hej'],
    ['Hej {{ tiltale }}.', 'Hej Bo {{ x }}.'],
    ['{{tiltale}}{{ kommune }}{{\nmøde_dato\n}}', 'Bo {{ x }}{% if %}'],
    ['{ a } b', '{ a } b'],
    ['', ''],
  ])('%s is filled in', (template, text) => {
    expect(fillIn(plainTemplate(template) ?? [], FIELDS)).toBe(text);
  });

  it.each([
    '{{ tiltale | upcase }}',
    '{% if tiltale %}a{% endif %}',
    '{{- tiltale }}',
    '{{ tiltale.x }}',
    '{{ "a" }}',
    '{{ 1 }}',
    '{{ true }}',
    '{{ blank }}',
    '{{ tiltale',
    '{{{ tiltale }}}',
  ])('%s is none', (template) => {
    expect(plainTemplate(template)).toBeUndefined();
  });

  it.each(['andet', 'toString', '__proto__'])('throws when %s has no value', (name) => {
    expect(() => fillIn(plainTemplate(`{{ ${name} }}`) ?? [], FIELDS)).toThrow(name);
  });

  it('becomes what the engine makes of it', () => {
    const pieces = [
      '{{ tiltale }}',
      '{{kommune}}',
      '{{ møde_dato }}',
      '{{',
      '}}',
      '{%',
      '%}',
      '{',
      '}',
      '-',
      '|',
      ' ',
      '\n',
      'å',
      'tiltale',
      'blank',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces)), (some) => {
        const template = some.join('');
        const plain = plainTemplate(template);
        fc.pre(plain !== undefined);
        expect(madeBy(() => fillIn(plain ?? [], FIELDS))).toBe(
          madeBy(() => String(TEXT_ENGINE.renderSync(TEXT_ENGINE.parse(template), FIELDS))),
        );
      }),
      { numRuns: 500 },
    );
  });
});
