import { describe, expect, it } from 'vitest';
import { fold } from '../../../src/journey/reply/fold.ts';
import { readReply } from '../../../src/journey/reply/read-reply.ts';

describe('Folding', () => {
  it.each([
    ['HJÆLP', 'hjaelp'],
    ['Ærø Å', 'aeroe aa'],
    ['A\u030a', 'aa'],
    ['\u212b', 'aa'],
    ['Ǽ Ǿ', 'ae oe'],
    ['hjälp möde', 'hjaelp moede'],
    ['Café à', 'cafe a'],
    ['ＪＡ！', 'ja!'],
    ['j\u200ba\u00ad', 'ja'],
    ['1️⃣', '1'],
    ['👍🏽', '👍'],
    ['İNFO', 'info'],
    ['№', '№'],
  ])('turns %j into %j', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it('changes nothing the second time', () => {
    for (const text of ['HJÆLP', 'A\u030a', '1️⃣ Ǽ', 'ＪＡ']) expect(fold(fold(text))).toBe(fold(text));
  });

  it('lets accents and dressed-up digits through to the reader', () => {
    expect(readReply('Jà ták', 'yesno')).toEqual({ meaning: 'yes' });
    expect(readReply('2️⃣', 'yesno')).toEqual({ meaning: 'no' });
    expect(readReply('№', 'yesno')).toEqual({ meaning: 'unclear' });
  });
});
