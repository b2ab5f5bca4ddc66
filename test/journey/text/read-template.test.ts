import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldsOf, readTemplate } from '../../../src/journey/text/read-template.ts';
import { variantsOf } from '../../../src/journey/text/variants.ts';

describe('the fields of a template', () => {
  it.each([
    ['Hej {{ tiltale }} fra {{kommune}} og {{ tiltale }}', ['tiltale', 'kommune']],
    ['{% if enhed == "x" %}a{% elsif relation %}b{% endif %}', ['enhed', 'relation']],
    ['{% case area %}{% when kommune %}a{% endcase %}', ['area', 'kommune']],
    ['{% unless tiltale contains enhed %}a{% endunless %}', ['tiltale', 'enhed']],
    ['{{ tiltale | default: vejleder }}', ['tiltale', 'vejleder']],
    ['{{ møde_dato }} {{ min-dag_tid }}', ['møde_dato', 'min-dag_tid']],
    ['{% comment %}{{ enhed }}{% endcomment %}Hej', []],
    ['Hej', []],
  ])('%s', (template, fields) => {
    expect(fieldsOf(template)).toEqual(fields);
  });

  it('stand where they are used', () => {
    const template = 'Hej\n{{ tiltale }}, {% if kommune %}{{ telefon.x }}{% endif %}';
    const read = readTemplate(template);
    const words = read.ok ? read.uses.map((use) => [use.path, template.slice(use.at, use.at + 6)]) : [];
    expect(words).toEqual([
      ['tiltale', 'tiltal'],
      ['kommune', 'kommun'],
      ['telefon.x', 'telefo'],
    ]);
  });
});

describe('a template that cannot be read says where and why', () => {
  it.each([
    ['Hej {{ tiltale', { at: 4, reason: 'syntax', word: '{{ tiltale' }],
    ['Hej {{ tiltale kommune }}', { at: 4, reason: 'syntax', word: '{{ tiltale kommune }}' }],
    ['Hej {{ }}', { at: 4, reason: 'syntax' }],
    ['Hej {{ (1..1000000000) }}', { at: 4, reason: 'syntax' }],
    ['Hej {{ tiltale | }}', { at: 4, reason: 'syntax' }],
    ['{% if tiltale %}Hej', { at: 0, reason: 'syntax', word: '{% if tiltale %}Hej' }],
    ['Hej {% endif %}', { at: 4, reason: 'syntax' }],
    ['a {% for x in y %}b{% endfor %}', { at: 2, reason: 'tag', word: 'for' }],
    ['a {% assign x = 1 %}', { at: 2, reason: 'tag', word: 'assign' }],
    ['a {% include "x" %}', { at: 2, reason: 'tag', word: 'include' }],
    ['a {% render "x" %}', { at: 2, reason: 'tag', word: 'render' }],
    ['a {% raw %}{{ x }}{% endraw %}', { at: 2, reason: 'tag', word: 'raw' }],
    ['a {{ tiltale | raw }}', { at: 2, reason: 'filter', word: 'raw' }],
    ['a\n{{ tiltale | date: "x" }}', { at: 2, reason: 'filter', word: 'date' }],
    ['x'.repeat(50_000), { at: 0, reason: 'length' }],
  ])('%s', (template, fault) => {
    expect(readTemplate(template)).toMatchObject({ ok: false, fault });
  });

  it('whatever it holds, reading it does not throw', () => {
    const piece = fc.constantFrom(
      '{{',
      '}}',
      '{%',
      '%}',
      'if',
      'endif',
      'tiltale',
      '|',
      ' ',
      '"',
      "'",
      '-',
      '.',
      'x',
      '[',
      '#',
      '(1..9)',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece).map((pieces) => pieces.join('')),
        ),
        (template) => {
          const read = readTemplate(template);
          expect(read.ok || read.fault.at <= template.length).toBe(true);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('what a template can come to say', () => {
  const variants = (template: string) => {
    const read = readTemplate(template);
    return read.ok ? variantsOf(read.parts, { tiltale: 'Bo', kommune: 'K' }) : 'fault';
  };

  it.each([
    ['Hej {{ tiltale }}', ['Hej Bo']],
    ['Hej{% if tiltale %} a{% endif %}', ['Hej a', 'Hej']],
    [
      '{% if x %}a{% elsif y %}b{% else %}c{% endif %}{% unless z %}!{% endunless %}',
      ['a!', 'a', 'b!', 'b', 'c!', 'c'],
    ],
    ['{% case tiltale %}{% when "a" %}1{% when "b", "c" %}2{% endcase %}.', ['1.', '2.', '.']],
    ['{% if x %}{% if y %}a{% else %}b{% endif %}{% else %}c{% endif %}', ['a', 'b', 'c']],
    ['{%- if x -%} a {%- endif -%}', ['a', '']],
    ['{% comment %}x{% endcomment %}y', ['y']],
  ])('%s', (template, expected) => {
    expect(variants(template)).toEqual(expected);
  });

  it('is too much with more than 64 ways', () => {
    expect(variants('{% if x %}a{% else %}b{% endif %}'.repeat(6))).toHaveLength(64);
    expect(variants('{% if x %}a{% else %}b{% endif %}'.repeat(7))).toBeUndefined();
    expect(variants('{% if x %}a{% else %}b{% endif %}'.repeat(1000))).toBeUndefined();
  });
});
