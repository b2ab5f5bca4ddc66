import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { DeliveryStatus } from '../../src/gateways/gateway.ts';
import { statusRank } from '../../src/gateways/status-rank.ts';

const onTheWay: DeliveryStatus[] = ['queued', 'sent'];
const ends: DeliveryStatus[] = ['delivered', 'undelivered', 'failed'];

it('lets the first final status stand, whatever comes late, twice or in another order', () => {
  const late = fc.array(fc.constantFrom(...onTheWay));
  fc.assert(
    fc.property(late, fc.constantFrom(...ends), late, (before, end, after) => {
      const told = [...before, end, ...after];
      const known = told.reduce((one, next) => (statusRank(next) > statusRank(one) ? next : one));
      expect(known).toBe(end);
    }),
  );
});
