// What a process holds while a group message goes to very many: members and messages are rows, so it should not be felt.
import { composeBroadcasts } from '../../src/services/broadcasts/compose-broadcasts.ts';
import { orderBroadcast } from '../../src/services/broadcasts/order-broadcast.ts';
import { saveDraft, showDraft } from '../../src/services/broadcasts/save-draft.ts';
import { addGroup } from '../../src/services/groups/write-group.ts';
import { dispatchSender } from '../../src/services/sending/dispatch-sender.ts';
import type { Staff } from '../../src/services/staff/staff.ts';
import { closeDatabase } from '../../src/store/open.ts';
import { addUnits } from '../../src/store/organisation.ts';
import { type House, openHouse } from '../support/house.ts';
import type { Row } from '../support/row.ts';
import { seedPeople } from '../support/seeds.ts';
import { weigh } from '../support/weigh.ts';

const FEW = 10_000;
const MANY = 40_000;
const MB = 1024 * 1024;

/** Orders a text behind the PIN to all who are there; gives the broadcast. */
async function orderToAll(house: House): Promise<string> {
  const staff: Staff = { id: 'bench', role: 'administrator', units: 'all' };
  const rule = { languages: ['da'] };
  const { id: groupId } = await addGroup(house, staff, { title: 'Alle', note: '', unit: '', rule });
  const texts = { da: 'Kære {{ tiltale }}. Vi holder lukket på fredag. Ring på {{ telefon }}.' };
  const draft = { id: house.newId(), title: 'Lukket', groupId, way: 'page', texts };
  const { id } = await saveDraft(house, staff, draft);
  const { seen } = await showDraft(house, staff, id);
  const asked = { dueAt: null, sample: null, twiceConfirmed: false, apartConfirmed: true };
  await orderBroadcast(house, staff, id, { seen, ...asked });
  return id;
}

export async function measure(folder: string): Promise<Row[]> {
  const house = await openHouse(folder, 'held');
  await seedPeople(house, MANY);
  await house.db.lane.put(addUnits, { id: 'u', parentId: null, name: 'Eksempelhuset', area: 'ældre' });
  const id = await orderToAll(house);
  let few: ReturnType<typeof weigh> | undefined;
  let sent = 0;
  while (sent < MANY) {
    await composeBroadcasts(house, id);
    sent += await dispatchSender(house, 'name');
    if (sent >= FEW) few ??= weigh();
  }
  const many = weigh();
  await closeDatabase(house.db);
  const row = (name: string, what: keyof typeof many): Row => ({
    row: name,
    subject: { value: many[what] / MB, unit: 'MB' },
    baseline: { value: (few?.[what] ?? Number.NaN) / MB, unit: 'MB', what: `when ${FEW} of them had it` },
    ratio: many[what] / (few?.[what] ?? Number.NaN),
    aim: { most: 1.05 },
  });
  return [
    row(`heap and buffers when ${MANY} have got a group message`, 'heap'),
    row('whole process (rss) then', 'rss'),
  ];
}
