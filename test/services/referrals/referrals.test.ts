// Referrals: only with a yes, once, seen by their unit alone, and a relative who came of one keeps its source.
import { describe, expect, test } from 'vitest';
import { listOffers } from '../../../src/services/offers/list-offers.ts';
import { addOffer } from '../../../src/services/offers/write-offer.ts';
import type { ReferralForm } from '../../../src/services/referrals/check-referral.ts';
import { forgetReferrals } from '../../../src/services/referrals/forget-referrals.ts';
import { addSource, closeSource, renameSource } from '../../../src/services/referrals/keep-source.ts';
import { listReferrals, showReferral } from '../../../src/services/referrals/list-referrals.ts';
import { listSources, showSource } from '../../../src/services/referrals/list-sources.ts';
import { openSource } from '../../../src/services/referrals/open-source.ts';
import { referRelative } from '../../../src/services/referrals/refer-relative.ts';
import {
  declineReferral,
  reopenReferral,
  takeReferral,
  takeReferralFor,
} from '../../../src/services/referrals/settle-referral.ts';
import type { Staff } from '../../../src/services/staff/staff.ts';
import { closeUnit } from '../../../src/services/staff/tend-units.ts';
import { addUnits } from '../../../src/store/organisation.ts';
import { unseal } from '../../../src/store/seal.ts';
import {
  addRelative,
  advisor,
  type DeskRuntime,
  makeDesk,
  reader,
  relativeForm,
  rowsOf,
} from '../../support/desk.ts';

const coordinator: Staff = { id: 'demo-coordinator', role: 'coordinator', units: 'all' };
const inOne: Staff = { id: 'staff-8', role: 'coordinator', units: ['unit-1'] };
const inTwo: Staff = { id: 'staff-9', role: 'coordinator', units: ['unit-2'] };

const referralForm = (change: Partial<ReferralForm> = {}): ReferralForm => ({
  name: 'Pårørende 1',
  number: '20 00 00 31',
  relation: 'ægtefælle',
  area: 'demens',
  note: 'Træffes bedst om formiddagen',
  consent: 'yes',
  byName: 'Medarbejder 1',
  byContact: '20 00 00 32',
  ...change,
});

async function makeSource(rt: DeskRuntime, title = 'Biblioteket') {
  const { id } = await addSource(rt, coordinator, { title, unit: 'unit-1' });
  const { code } = await showSource(rt, coordinator, id);
  const open = await openSource(rt, code, 'test');
  if (!open) throw new Error('the source is closed');
  return open;
}

async function refer(rt: DeskRuntime, source: Awaited<ReturnType<typeof makeSource>>, change = {}) {
  const id = rt.newId();
  await referRelative(rt, source, { id, form: referralForm(change), by: 'staff', address: `a ${id}` });
  return id;
}

describe('a referral', () => {
  test.each([
    [{ consent: '' }, 'yes-missing'],
    [{ name: '' }, 'field-missing'],
    [{ byName: '' }, 'field-missing'],
    [{ note: 'Født 010190-1234' }, 'cpr-typed'],
    [{ number: '0101901234' }, 'cpr-typed'],
    [{ number: '12' }, 'number-unreadable'],
    [{ relation: 'fjende' }, 'field-missing'],
  ])('with %o is refused as %s and not stored', async (change, code) => {
    await using rt = await makeDesk();
    const source = await makeSource(rt);
    await expect(refer(rt, source, change)).rejects.toThrow(code);
    expect(await rowsOf(rt, 'select id from referrals')).toEqual([]);
  });

  test('sent twice is one, keeps nothing in the clear, and its yes stands in the ledger', async () => {
    await using rt = await makeDesk();
    const source = await makeSource(rt);
    const order = { id: rt.newId(), form: referralForm(), by: 'staff', address: 'a' } as const;
    await Promise.all([referRelative(rt, source, order), referRelative(rt, source, order)]);
    await referRelative(rt, source, order);
    const rows = await rowsOf(rt, 'select * from referrals');
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toMatch(/Pårørende 1|20000031|Medarbejder|formiddagen/);
    const told = await rowsOf(rt, "select actor, body from ledger where kind = 'referral.received'");
    expect(told).toEqual([{ actor: 'staff', body: JSON.stringify({ source: source.id, yes: true }) }]);
  });

  test('of another person from a form that was sent before is refused, not swallowed', async () => {
    await using rt = await makeDesk();
    const source = await makeSource(rt);
    const order = { id: rt.newId(), form: referralForm(), by: 'staff', address: 'a' } as const;
    await referRelative(rt, source, order);
    const another = { ...order, form: referralForm({ name: 'Pårørende 2', number: '20000032' }) };
    await expect(referRelative(rt, source, another)).rejects.toThrow('form-stale');
    expect(await rowsOf(rt, 'select id from referrals')).toHaveLength(1);
  });

  test('is limited by address and by source', async () => {
    await using rt = await makeDesk();
    const source = await makeSource(rt);
    const send = (address: string) =>
      referRelative(rt, source, { id: rt.newId(), form: referralForm(), by: 'staff', address });
    for (let n = 0; n < 10; n += 1) await send('one');
    await expect(send('one')).rejects.toThrow('too-many');
    for (let n = 0; n < 49; n += 1) await send(`other ${n}`);
    await expect(send('another')).rejects.toThrow('too-many');
    rt.forward(15 * 60_000);
    await send('one');
  });
});

describe('taking a referral', () => {
  test('registers the relative, who keeps the source, and the referral is gone from the list', async () => {
    await using rt = await makeDesk();
    const source = await makeSource(rt);
    const id = await refer(rt, source);
    const { id: relativeId } = await takeReferral(rt, advisor, id, relativeForm());
    const found = await rowsOf(rt, `select found_by from relatives where id = '${relativeId}'`);
    expect(found).toEqual([{ found_by: source.id }]);
    expect((await listReferrals(rt, advisor)).lines).toEqual([]);
    expect((await listReferrals(rt, advisor)).settled).toMatchObject([{ status: 'taken', relativeId }]);
    await expect(takeReferral(rt, advisor, id, relativeForm({ number: '20000088' }))).rejects.toThrow(
      'already-done',
    );
  });

  test('by two at once makes one relative', async () => {
    await using rt = await makeDesk();
    const id = await refer(rt, await makeSource(rt));
    const fates = await Promise.allSettled([
      takeReferral(rt, advisor, id, relativeForm()),
      takeReferral(rt, coordinator, id, relativeForm()),
    ]);
    expect(fates.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await rowsOf(rt, 'select id from relatives')).toHaveLength(1);
  });

  test('for someone who is known makes nobody twice, and the way they first found us stays', async () => {
    await using rt = await makeDesk();
    const first = await makeSource(rt, 'Biblioteket');
    const { id: known } = await takeReferral(
      rt,
      advisor,
      await refer(rt, first),
      relativeForm({ number: '20 00 00 31' }),
    );
    const again = await refer(rt, await makeSource(rt, 'Hospitalet'));
    expect((await showReferral(rt, advisor, again)).known.map(({ id }) => id)).toEqual([known]);
    await takeReferralFor(rt, advisor, again, known);
    expect(await rowsOf(rt, 'select found_by from relatives')).toEqual([{ found_by: first.id }]);
  });
});

describe('declining a referral', () => {
  test('says why and counts what else was offered, until it is undone', async () => {
    await using rt = await makeDesk();
    const offer = { title: 'Café', text: 'Åben', target: 'Alle', contact: '20 00 00 01', url: '' };
    const { id: offerId } = await addOffer(rt, coordinator, {
      ...offer,
      area: 'alle',
      inside: '',
      validUntil: '',
    });
    const id = await refer(rt, await makeSource(rt));
    await expect(declineReferral(rt, advisor, id, { reason: '', offers: [] })).rejects.toThrow('reason');
    await declineReferral(rt, advisor, id, { reason: 'outside', offers: [offerId, offerId, 'nothing'] });
    expect((await listReferrals(rt, advisor)).settled[0]?.why).toEqual({
      reason: 'outside',
      offers: [offerId],
    });
    expect((await listOffers(rt, advisor))[0]?.shownThisYear).toBe(1);
    await expect(declineReferral(rt, advisor, id, { reason: 'other', offers: [offerId] })).rejects.toThrow(
      'already-done',
    );
    await reopenReferral(rt, advisor, id);
    await expect(reopenReferral(rt, advisor, id)).rejects.toThrow('already-done');
    expect((await listOffers(rt, advisor))[0]?.shownThisYear).toBe(0);
    expect((await listReferrals(rt, advisor)).lines).toHaveLength(1);
  });
});

describe('what was settled', () => {
  test('says after thirty days no more whom it was about, while the sums stay', async () => {
    await using rt = await makeDesk();
    const source = await makeSource(rt);
    const id = await refer(rt, source);
    const waiting = await refer(rt, source, { name: 'Pårørende 2' });
    await declineReferral(rt, advisor, id, { reason: 'other', offers: [] });
    expect(await forgetReferrals(rt)).toBe(0);
    rt.forward(31 * 24 * 3_600_000);
    expect([await forgetReferrals(rt), await forgetReferrals(rt)]).toEqual([1, 0]);
    const [row] = await rowsOf(rt, `select * from referrals where id = '${id}'`);
    expect([row?.note_sealed, row?.by_sealed, row?.relation, row?.area]).toEqual([null, null, '', 'demens']);
    const opened = (field: string) =>
      unseal(rt.db.keys, `referrals.${field}:${id}`, String(row?.[`${field}_sealed`]));
    expect([opened('name'), opened('number')]).toEqual(['', '']);
    await expect(showReferral(rt, advisor, id)).rejects.toThrow('not-found');
    await expect(reopenReferral(rt, advisor, id)).rejects.toThrow('already-done');
    expect((await showReferral(rt, advisor, waiting)).name).toBe('Pårørende 2');
    expect(await showSource(rt, coordinator, source.id)).toMatchObject({ referred: 2, declined: 1 });
  });
});

describe('who sees what', () => {
  test('a unit sees its own sources and referrals, all else answers as if it were not there', async () => {
    await using rt = await makeDesk();
    await rt.db.lane.put(addUnits, { id: 'unit-2', parentId: null, name: 'Demo 2', area: 'Syd' });
    const source = await makeSource(rt);
    const id = await refer(rt, source);
    expect((await listReferrals(rt, inOne)).lines).toHaveLength(1);
    expect(await listSources(rt, inOne)).toHaveLength(1);
    expect((await listReferrals(rt, inTwo)).lines).toEqual([]);
    expect(await listSources(rt, inTwo)).toEqual([]);
    for (const act of [
      () => showReferral(rt, inTwo, id),
      () => takeReferral(rt, inTwo, id, relativeForm()),
      () => declineReferral(rt, inTwo, id, { reason: 'other', offers: [] }),
      () => showSource(rt, inTwo, source.id),
      () => renameSource(rt, inTwo, source.id, { title: 'Andet', seen: 0 }),
      () => closeSource(rt, inTwo, source.id, true),
    ])
      await expect(act()).rejects.toThrow('not-found');
    await expect(addSource(rt, inTwo, { title: 'Her', unit: 'unit-1' })).rejects.toThrow('unit');
  });

  test('readers settle nothing and advisors keep no sources', async () => {
    await using rt = await makeDesk();
    const source = await makeSource(rt);
    const id = await refer(rt, source);
    const relative = await addRelative(rt, { number: '20 00 00 77' });
    await expect(takeReferral(rt, reader, id, relativeForm())).rejects.toThrow('forbidden');
    await expect(takeReferralFor(rt, reader, id, relative)).rejects.toThrow('forbidden');
    await expect(declineReferral(rt, reader, id, { reason: 'other', offers: [] })).rejects.toThrow(
      'forbidden',
    );
    await expect(addSource(rt, advisor, { title: 'Her', unit: 'unit-1' })).rejects.toThrow('forbidden');
    await expect(closeSource(rt, advisor, source.id, true)).rejects.toThrow('forbidden');
  });
});

describe('a source', () => {
  test('sums what came of its referrals', async () => {
    await using rt = await makeDesk();
    const source = await makeSource(rt);
    const [taken, declined] = [await refer(rt, source), await refer(rt, source)];
    await refer(rt, source);
    await refer(rt, await makeSource(rt, 'Et andet sted'));
    await takeReferral(rt, advisor, taken ?? '', relativeForm());
    await declineReferral(rt, advisor, declined ?? '', { reason: 'double', offers: [] });
    expect(await showSource(rt, coordinator, source.id)).toMatchObject({
      referred: 3,
      waiting: 1,
      taken: 1,
      declined: 1,
    });
  });

  test('once closed opens nothing and takes nothing, until it is open again', async () => {
    await using rt = await makeDesk();
    const source = await makeSource(rt);
    await closeSource(rt, coordinator, source.id, true);
    await expect(closeSource(rt, coordinator, source.id, true)).rejects.toThrow('already-done');
    expect(await openSource(rt, source.code, 'a')).toBeUndefined();
    await expect(refer(rt, source)).rejects.toThrow('form-stale');
    expect(await rowsOf(rt, 'select id from referrals')).toEqual([]);
    await closeSource(rt, coordinator, source.id, false);
    expect(await openSource(rt, source.code.toUpperCase(), 'a')).toEqual(source);
  });

  test('goes with those who wait to another unit when its own is closed', async () => {
    await using rt = await makeDesk();
    await rt.db.lane.put(addUnits, { id: 'unit-2', parentId: null, name: 'Sydhuset', area: 'demens' });
    const source = await makeSource(rt);
    const id = await refer(rt, source);
    const administrator = { id: 'admin', role: 'administrator', units: 'all' } as const;
    await expect(closeUnit(rt, administrator, 'unit-1', '')).rejects.toThrow('unit-in-use');
    await closeUnit(rt, administrator, 'unit-1', 'unit-2');
    expect((await listReferrals(rt, inTwo)).lines.map((line) => line.id)).toEqual([id]);
    expect((await openSource(rt, source.code, 'a'))?.unitId).toBe('unit-2');
  });
});
