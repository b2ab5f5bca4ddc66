// The signpost: who keeps it, what is found, who was shown the way, and the look each offer gets once a year.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isoDate } from '../../../src/journey/time/format.ts';
import type { OfferForm } from '../../../src/services/offers/check-offer.ts';
import { confirmOffer, retireOffer } from '../../../src/services/offers/keep-offer.ts';
import { listOffers } from '../../../src/services/offers/list-offers.ts';
import { yearBefore } from '../../../src/services/offers/offer-days.ts';
import { remindOffers } from '../../../src/services/offers/remind-offers.ts';
import { showOffer } from '../../../src/services/offers/show-offer.ts';
import { listSignposts, signpost, undoSignpost } from '../../../src/services/offers/signpost.ts';
import { addOffer, changeOffer } from '../../../src/services/offers/write-offer.ts';
import type { Role, Staff } from '../../../src/services/staff/staff.ts';
import { addRelative, advisor, type DeskRuntime, makeDesk, reader, rowsOf } from '../../support/desk.ts';

const DAY_MS = 24 * 3_600_000;
const coordinator: Staff = { id: 'demo-coordinator', role: 'coordinator', units: 'all' };
const elsewhere: Staff = { id: 'staff-9', role: 'advisor', units: ['unit-9'] };

const offerForm = (change: Partial<OfferForm> = {}): OfferForm => ({
  title: 'Netværksgruppe for pårørende',
  text: 'Otte pårørende mødes hver anden uge.',
  target: 'Pårørende til mennesker med demens',
  area: 'demens',
  contact: '20 00 00 01',
  url: '',
  inside: 'yes',
  validUntil: '',
  ...change,
});

const openAlerts = async (rt: DeskRuntime): Promise<unknown[]> =>
  (await rowsOf(rt, "select id from alerts where kind = 'offer' and status = 'open'")).map(({ id }) => id);

describe('the signpost', () => {
  test.each(['advisor', 'reader'] as Role[])('is not changed by the role %s', async (role) => {
    await using rt = await makeDesk();
    const { id } = await addOffer(rt, coordinator, offerForm());
    const staff: Staff = { id: `demo-${role}`, role, units: 'all' };
    await expect(addOffer(rt, staff, offerForm())).rejects.toThrow('forbidden');
    await expect(changeOffer(rt, staff, id, { ...offerForm(), seen: rt.now() })).rejects.toThrow('forbidden');
    await expect(confirmOffer(rt, staff, id)).rejects.toThrow('forbidden');
    await expect(retireOffer(rt, staff, id, true)).rejects.toThrow('forbidden');
  });

  test.each([
    ['http://eksempel.dk', 'address-not-https'],
    ['javascript:alert(1)', 'address-not-https'],
    ['https://navn:kode@eksempel.dk', 'address-not-https'],
  ])('takes no address like %s', async (url, code) => {
    await using rt = await makeDesk();
    await expect(addOffer(rt, coordinator, offerForm({ url }))).rejects.toThrow(code);
  });

  test('keeps no CPR number and no last day that is none', async () => {
    await using rt = await makeDesk();
    await expect(addOffer(rt, coordinator, offerForm({ text: 'Ring om 010190-1234' }))).rejects.toThrow(
      'cpr-typed',
    );
    await expect(addOffer(rt, coordinator, offerForm({ validUntil: '2027-02-30' }))).rejects.toThrow(
      'date-unreadable',
    );
  });

  test('is searched by beginnings of words, however they are spelled, by area and by whose it is', async () => {
    await using rt = await makeDesk();
    const { id: network } = await addOffer(rt, coordinator, offerForm());
    const { id: cafe } = await addOffer(
      rt,
      coordinator,
      offerForm({ title: 'Café for søskende', target: 'Søskende', area: 'alle', inside: '' }),
    );
    const found = async (query: Parameters<typeof listOffers>[2]): Promise<string[]> =>
      (await listOffers(rt, reader, query)).map(({ id }) => id).sort();
    expect(await found({ words: 'SOESK' })).toEqual([cafe]);
    expect(await found({ words: 'netværk demens' })).toEqual([network]);
    expect(await found({ words: 'ruppe' })).toEqual([]);
    expect(await found({ area: 'demens' })).toEqual([cafe, network].sort());
    expect(await found({ area: 'handicap' })).toEqual([cafe]);
    expect(await found({ side: 'outside' })).toEqual([cafe]);
  });

  test('what was taken out is not found and nobody is shown the way to it, until it is put back', async () => {
    await using rt = await makeDesk();
    const { id } = await addOffer(rt, coordinator, offerForm());
    await retireOffer(rt, coordinator, id, true);
    await expect(retireOffer(rt, coordinator, id, true)).rejects.toThrow('already-done');
    expect(await listOffers(rt, reader)).toEqual([]);
    await expect(signpost(rt, advisor, { offerId: id })).rejects.toThrow('already-done');
    await expect(changeOffer(rt, coordinator, id, { ...offerForm(), seen: rt.now() })).rejects.toThrow(
      'already-done',
    );
    await retireOffer(rt, coordinator, id, false);
    expect(await listOffers(rt, reader)).toHaveLength(1);
  });
});

describe('showing the way', () => {
  test('counts once a day for the same relative, and an undone one not at all', async () => {
    await using rt = await makeDesk();
    const { id: offerId } = await addOffer(rt, coordinator, offerForm());
    const relativeId = await addRelative(rt);
    const both = await Promise.allSettled([
      signpost(rt, advisor, { offerId, relativeId }),
      signpost(rt, advisor, { offerId, relativeId }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await showOffer(rt, reader, offerId)).shownThisYear).toBe(1);
    rt.forward(DAY_MS);
    const { id } = await signpost(rt, advisor, { offerId, relativeId });
    expect((await showOffer(rt, reader, offerId)).shownThisYear).toBe(2);
    await undoSignpost(rt, advisor, id);
    await expect(undoSignpost(rt, advisor, id)).rejects.toThrow('not-found');
    expect((await showOffer(rt, reader, offerId)).shownThisYear).toBe(1);
    expect(await listSignposts(rt, reader, relativeId)).toHaveLength(1);
  });

  test('without a name counts every time, and only those of this year', async () => {
    await using rt = await makeDesk();
    const { id: offerId } = await addOffer(rt, coordinator, offerForm());
    await signpost(rt, advisor, { offerId });
    await signpost(rt, advisor, { offerId });
    expect((await showOffer(rt, reader, offerId)).shownThisYear).toBe(2);
    rt.forward(320 * DAY_MS);
    expect((await showOffer(rt, reader, offerId)).shownThisYear).toBe(0);
  });

  test('is not for readers, nor for relatives of other units, and stands in the ledger', async () => {
    await using rt = await makeDesk();
    const { id: offerId } = await addOffer(rt, coordinator, offerForm());
    const relativeId = await addRelative(rt);
    await expect(signpost(rt, reader, { offerId, relativeId })).rejects.toThrow('forbidden');
    await expect(signpost(rt, elsewhere, { offerId, relativeId })).rejects.toThrow('not-found');
    await expect(listSignposts(rt, elsewhere, relativeId)).rejects.toThrow('not-found');
    const { id } = await signpost(rt, advisor, { offerId, relativeId });
    await expect(undoSignpost(rt, elsewhere, id)).rejects.toThrow('not-found');
    const told = await rowsOf(rt, "select relative_id, subject from ledger where kind = 'offer.signposted'");
    expect(told).toEqual([{ relative_id: relativeId, subject: offerId }]);
  });
});

describe('the yearly look', () => {
  test('is asked for once when a year has passed, and "tjekket i dag" closes it', async () => {
    await using rt = await makeDesk();
    const { id } = await addOffer(rt, coordinator, offerForm());
    expect(await remindOffers(rt)).toBe(0);
    rt.forward(366 * DAY_MS);
    expect(await remindOffers(rt)).toBe(1);
    expect(await remindOffers(rt)).toBe(0);
    expect(await openAlerts(rt)).toHaveLength(1);
    await confirmOffer(rt, coordinator, id);
    expect(await openAlerts(rt)).toEqual([]);
    expect(await remindOffers(rt)).toBe(0);
  });

  test('is asked for when the last day has passed, and not on the day itself', async () => {
    await using rt = await makeDesk();
    await addOffer(rt, coordinator, offerForm({ validUntil: isoDate(rt.now()) }));
    expect(await remindOffers(rt)).toBe(0);
    rt.forward(DAY_MS);
    expect(await remindOffers(rt)).toBe(1);
    expect(await remindOffers(rt)).toBe(0);
  });

  test('asks for no more than twenty at once, and for the others later', async () => {
    await using rt = await makeDesk();
    for (let n = 0; n < 25; n += 1) await addOffer(rt, coordinator, offerForm({ title: `Tilbud ${n}` }));
    rt.forward(400 * DAY_MS);
    expect([await remindOffers(rt), await remindOffers(rt), await remindOffers(rt)]).toEqual([20, 5, 0]);
    expect(await openAlerts(rt)).toHaveLength(25);
  });

  test('whatever is swept and checked when: one asking for each look that grew a year old, never two open', async () => {
    const day = fc.integer({ min: 1, max: 500 });
    const step = fc.record({ days: day, check: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
        await using rt = await makeDesk();
        const { id } = await addOffer(rt, coordinator, offerForm());
        let checkedOn = isoDate(rt.now());
        let asked = 0;
        let isAsked = false;
        for (const { days, check } of steps) {
          rt.forward(days * DAY_MS);
          await remindOffers(rt);
          if (!isAsked && checkedOn <= yearBefore(isoDate(rt.now()))) {
            asked += 1;
            isAsked = true;
          }
          expect(await openAlerts(rt)).toHaveLength(isAsked ? 1 : 0);
          if (!check) continue;
          await confirmOffer(rt, coordinator, id);
          checkedOn = isoDate(rt.now());
          isAsked = false;
        }
        expect(await rowsOf(rt, "select id from alerts where kind = 'offer'")).toHaveLength(asked);
      }),
      { numRuns: 15 },
    );
  }, 60_000);
});
