import { describe, expect, it } from 'vitest';
import { fieldClass, fieldNames, longestFields } from '../../../src/journey/text/fields.ts';

const anchors = {
  indflytning: { title: 'Indflytningsdato', time: false },
  temadag: { title: 'Temadag', time: true },
};

describe('merge fields', () => {
  it.each([
    ['tiltale', 'open'],
    ['akut', 'open'],
    ['link', 'open'],
    ['indflytning_dato', 'open'],
    ['temadag_tid', 'open'],
    ['enhed', 'confidential'],
    ['arrangement', 'confidential'],
    ['vejleder', 'confidential'],
    ['relation', 'confidential'],
    ['omraade', 'confidential'],
    ['indflytning_tid', undefined],
    ['andet_dato', undefined],
    ['__proto__', undefined],
    ['constructor', undefined],
  ])('%s is %s', (name, expected) => {
    expect(fieldClass(name, anchors)).toBe(expected);
  });

  it('each have a class and a longest value', () => {
    const values = longestFields('da', anchors);
    for (const name of fieldNames(anchors)) {
      expect(fieldClass(name, anchors)).toBeDefined();
      expect(values[name]).not.toBe('');
    }
    expect(Object.keys(values).sort()).toEqual(fieldNames(anchors).sort());
  });

  it('a date is reckoned with its longest form in the language', () => {
    expect(longestFields('da', anchors).temadag_dato).toMatch(/^(tirs|tors)dag den 2\d\. september$/);
    expect(longestFields('en', anchors).temadag_dato).toMatch(/^Wednesday 2\d September$/);
    expect(longestFields('ar', anchors).temadag_dato).toMatch(/\p{Script=Arabic}/u);
    expect(longestFields('da', anchors).temadag_tid).toHaveLength(5);
  });
});
