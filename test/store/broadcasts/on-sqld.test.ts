// What is taken back of a group message, and asked anew when it leaves, on a real libSQL server as on a file.
import { describe, expect, test } from 'vitest';
import { beat } from '../../../src/services/beat.ts';
import { showBroadcast } from '../../../src/services/broadcasts/show-broadcast.ts';
import { pauseBroadcast, resumeBroadcast } from '../../../src/services/broadcasts/steer-broadcast.ts';
import { showCalendar } from '../../../src/services/overview/show-calendar.ts';
import { changeRelative, showChangeForm } from '../../../src/services/relatives/change-relative.ts';
import { mergeTwo, showMerge } from '../../../src/services/relatives/merge-relatives.ts';
import { quietRelative } from '../../../src/services/relatives/quiet-relative.ts';
import { MINOR_BAND } from '../../../src/services/relatives/relative-choices.ts';
import { coordinator, draft, makeGroup, order } from '../../services/broadcasts/stand.ts';
import { DAY, HOUR, type House, makeHouse, rows, run } from '../../services/stand.ts';
import { hasSqld, startSqld } from '../../support/sqld.ts';

const texts = { da: 'Kære {{ tiltale }}. Vi ses på {{ enhed }}.' };

async function play(rt: House): Promise<unknown> {
  const { groupId, people } = await makeGroup(rt, 7);
  const [quiet = '', minor = '', kept = '', other = '', late = '', later = ''] = people;
  const id = await draft(rt, groupId, { way: 'page', texts });
  await order(rt, id, { dueAt: rt.now() + HOUR });
  const { days } = await showCalendar(rt, coordinator, { weeks: 1 });
  await run(rt, "INSERT INTO senders (name, stopped_at, stopped_by) VALUES ('name', 1, 'staff-1')");
  rt.forward(HOUR);
  await beat(rt);
  await quietRelative(rt, coordinator, quiet, rt.now() + DAY);
  const { form } = await showChangeForm(rt, coordinator, minor);
  await changeRelative(rt, coordinator, minor, { ...form, ageBand: MINOR_BAND, guardian: 'Mor' });
  const { seen } = await showMerge(rt, coordinator, kept, other);
  await mergeTwo(rt, coordinator, kept, other, { number: 'keep', seen });
  await pauseBroadcast(rt, coordinator, id);
  await run(rt, `UPDATE relatives SET quiet_until = ${rt.now() + 9 * DAY} WHERE id = ?`, [late]);
  await resumeBroadcast(rt, coordinator, id);
  await run(rt, `UPDATE relatives SET quiet_until = ${rt.now() + 9 * DAY} WHERE id = ?`, [later]);
  rt.forward(HOUR);
  await run(rt, 'DELETE FROM senders');
  for (let n = 0; n < 3; n += 1) await beat(rt);
  const { status, progress } = await showBroadcast(rt, coordinator, id);
  const pages = await rows(rt, 'SELECT count(*) AS n FROM page_messages');
  return { planned: days[0]?.ways, status, progress, pages, posted: rt.posted.length };
}

describe.skipIf(!hasSqld)('on a libSQL server', () => {
  test('the same people are left out of a group message as on a file', async () => {
    await using sqld = await startSqld();
    await using file = await makeHouse();
    await using server = await makeHouse({ on: sqld });
    const onFile = await play(file);
    expect(await play(server)).toEqual(onFile);
    expect(onFile).toMatchObject({ planned: { name: 7 }, status: 'done', pages: [{ n: 2 }], posted: 2 });
    expect(onFile).toMatchObject({ progress: { audience: 6, composed: 2 } });
  });
});
