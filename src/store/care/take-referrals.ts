// Taking a referral registers its relative and settles it in one commit: a fault leaves both or neither.
import type { Write } from '../lane.ts';
import { type NewRelative, registerRelative } from '../people/new-relatives.ts';
import { type Settlement, settleReferrals } from './referrals.ts';

/** The relative a referral comes to be, and the settlement that says so. */
export type Taking = { relative: NewRelative; settlement: Settlement };

/** `taken`: the number is another's and nobody confirmed that it is shared · `settled`: the referral does not wait any more. */
export type TakingOutcome = 'done' | 'taken' | 'settled';

const registering = ({ relative, settlement }: Taking): NewRelative[] => [
  { ...relative, referral: settlement.id },
];

/** Takes referrals, each while it waits. */
export const takeReferrals: Write<Taking, TakingOutcome> = {
  name: 'take-referrals',
  statements: (items) =>
    items.flatMap((item) => [
      ...registerRelative.statements(registering(item)),
      ...settleReferrals.statements([item.settlement]),
      {
        sql: "select 1 from referrals where id = ? and status = 'waiting'",
        args: [item.settlement.id],
      },
    ]),
  outcomes(items, results) {
    let from = 0;
    return items.map((item) => {
      const first = registerRelative.statements(registering(item)).length;
      const all = first + settleReferrals.statements([item.settlement]).length + 1;
      const own = results.slice(from, from + all);
      from += all;
      const [settled] = settleReferrals.outcomes([item.settlement], own.slice(first, -1));
      if (settled) return 'done';
      return (own.at(-1)?.rows.length ?? 0) > 0 ? 'taken' : 'settled';
    });
  },
  lookUp: async (client, { relative }) =>
    (await registerRelative.lookUp?.(client, relative)) === undefined ? undefined : 'done',
};
