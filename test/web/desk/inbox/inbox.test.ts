import { expect, test } from 'vitest';
import { listConversations } from '../../../../src/services/inbox/list-conversations.ts';
import { addReply, type DeskRuntime, makeDesk, openDesk, reader, rowsOf } from '../../../support/desk.ts';

/** Each from a phone of its own, a minute after the one before. */
async function addRead(rt: DeskRuntime, text: string, meaning: string): Promise<string> {
  const phone = (await rowsOf(rt, 'select count(*) as n from numbers'))[0]?.n;
  const id = await addReply(rt, { text, number: `+4520002${String(100 + Number(phone))}` });
  await rt.db.client.execute({ sql: 'update replies set meaning = ? where id = ?', args: [meaning, id] });
  rt.forward(60_000);
  return id;
}

test('distress and death come first, with a badge, then what has waited longest', async () => {
  await using rt = await makeDesk();
  await addRead(rt, 'Det gamle', 'unclear');
  await addRead(rt, 'Det næste', 'unclear');
  await addRead(rt, 'Hun er død', 'death');
  await addRead(rt, 'Jeg kan ikke mere', 'distress');
  const browser = await openDesk(rt);

  const { lines } = await listConversations(rt, reader);
  const pages = [await browser.get('/desk/indbakke'), await browser.get('/desk')];

  expect(lines.map(({ text, urgent }) => [text, urgent])).toEqual([
    ['Hun er død', true],
    ['Jeg kan ikke mere', true],
    ['Det gamle', false],
    ['Det næste', false],
  ]);
  for (const { text } of pages) {
    expect(text.indexOf('Jeg kan ikke mere')).toBeLessThan(text.indexOf('Det gamle'));
    expect(text.match(/badge-error">Haster/g)).toHaveLength(2);
  }
});

test('the inbox turns its pages past the urgent ones and loses nobody', async () => {
  await using rt = await makeDesk();
  const texts = new Set<string>();
  for (let n = 0; n < 53; n += 1) {
    texts.add(`Svar ${n}`);
    await addRead(rt, `Svar ${n}`, n % 26 === 0 ? 'distress' : 'unclear');
  }

  const first = await listConversations(rt, reader, { page: 40 });
  const rest = await listConversations(rt, reader, {
    page: 40,
    ...(first.next ? { after: first.next } : {}),
  });

  const seen = [...first.lines, ...rest.lines].map(({ text }) => text);
  expect(seen).toHaveLength(53);
  expect(new Set(seen)).toEqual(texts);
  expect(rest.next).toBeUndefined();
});

test('a long text is cut in the list and whole on its own page', async () => {
  await using rt = await makeDesk();
  const text = 'Æ'.repeat(900);
  const id = await addReply(rt, { text });
  const browser = await openDesk(rt);
  const list = await browser.get('/desk/indbakke');
  expect(list.text).toContain(`${'Æ'.repeat(300)}…`);
  expect(list.text).not.toContain('Æ'.repeat(301));
  expect((await browser.get(`/desk/indbakke/${id}`)).text).toContain(text);
});

test('the overview tells how many there are where it shows only the first', async () => {
  await using rt = await makeDesk();
  const browser = await openDesk(rt);
  for (let n = 0; n < 8; n += 1) await addRead(rt, `Svar ${n}`, 'unclear');
  expect((await browser.get('/desk')).text).not.toContain('Se alle samtaler');
  await addRead(rt, 'Svar 9', 'unclear');
  expect((await browser.get('/desk')).text).toContain('<a href="/desk/indbakke">Se alle samtaler (9)</a>');
});
