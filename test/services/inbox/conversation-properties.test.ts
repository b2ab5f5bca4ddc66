// Whatever several people do in one conversation at once: nothing the relative wrote is lost, and nobody is texted unseen.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { listConversations } from '../../../src/services/inbox/list-conversations.ts';
import { openConversation } from '../../../src/services/inbox/open-conversation.ts';
import { closeConversation, reopenConversation } from '../../../src/services/inbox/settle-conversation.ts';
import { writeSecure, writeSms } from '../../../src/services/inbox/write-in-conversation.ts';
import { stopNumber } from '../../../src/services/replies/stop-number.ts';
import { dispatchSender } from '../../../src/services/sending/dispatch-sender.ts';
import type { Staff } from '../../../src/services/staff/staff.ts';
import { addRelative, addReply, advisor, makeDesk, rowsOf } from '../../support/desk.ts';

const PEOPLE: readonly Staff[] = [
  advisor,
  { id: 'demo-coordinator', role: 'coordinator', units: 'all' },
  { id: 'demo-administrator', role: 'administrator', units: 'all' },
];

const step = fc.record({
  who: fc.nat({ max: 2 }),
  what: fc.constantFrom('look', 'sms', 'sms', 'secure', 'close', 'reopen', 'reply', 'reply', 'stop'),
});

/** Steps of one round happen at once. */
const rounds = fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 });

test('no message is lost or doubled, whoever answers, puts away and says STOP at once', async () => {
  await fc.assert(
    fc.asyncProperty(rounds, async (all) => {
      await using rt = await makeDesk();
      const id = await addRelative(rt);
      const numberId = String((await rowsOf(rt, 'select number_id from relatives'))[0]?.number_id);
      const pages = await Promise.all(PEOPLE.map((staff) => openConversation(rt, staff, id)));
      const seen = pages.map((page) => page.seen);
      const sent: string[] = [];
      let n = 0;
      const act = async ({ who, what }: { who: number; what: string }): Promise<void> => {
        const staff = PEOPLE[who] ?? advisor;
        n += 1;
        const text = `${what === 'secure' ? 'HEMMELIGT' : 'Svar'} nr. ${n}`;
        const order = { text, seen: seen[who] ?? 0, form: rt.newId() };
        if (what === 'look') seen[who] = (await openConversation(rt, staff, id)).seen;
        if (what === 'reply') await addReply(rt, { text: `Fra den pårørende ${n}`, relativeId: id });
        if (what === 'stop') await stopNumber(rt, numberId, 'page', `relative:${id}`);
        if (what === 'close') await closeConversation(rt, staff, id, order.seen);
        if (what === 'reopen') await reopenConversation(rt, staff, id);
        if (what === 'sms') await writeSms(rt, staff, id, order);
        if (what === 'secure') await writeSecure(rt, staff, id, order);
        if (what === 'sms' || what === 'secure') sent.push(text);
      };
      for (const round of all) {
        const before = { said: (await openConversation(rt, advisor, id)).seen, sent: sent.length };
        const wereUpToDate = round.filter(({ who }) => seen[who] === before.said).length;
        await Promise.allSettled(round.map(act));
        // Of those who write at once at most one is let through, and only one who had seen everything.
        expect(sent.length - before.sent).toBeLessThanOrEqual(Math.min(1, wereUpToDate));
        rt.forward(1_000);
      }

      // What was told as sent is there once, and nothing else is.
      const { said } = await openConversation(rt, advisor, id);
      const ours = said.filter(({ from }) => from === 'us').map(({ text }) => text);
      expect(ours.sort()).toEqual(sent.sort());
      // What waits is in the list, all of it; the rest was settled by somebody.
      const [counted] = await rowsOf(
        rt,
        "select count(*) filter (where status = 'waiting') as waiting, count(*) filter (where status <> 'waiting' and settled_by is null) as lost from replies",
      );
      const { lines } = await listConversations(rt, advisor);
      expect([lines[0]?.count ?? 0, 0]).toEqual([counted?.waiting, counted?.lost]);
      // Nothing leaves after STOP, and a secure text never.
      const [number] = await rowsOf(rt, 'select stopped_at from numbers');
      const posted = rt.posted.length;
      await dispatchSender(rt, 'number');
      await dispatchSender(rt, 'name');
      if (number?.stopped_at !== null) expect(rt.posted).toHaveLength(posted);
      expect(JSON.stringify(rt.posted)).not.toContain('HEMMELIGT');
    }),
    { numRuns: 25, interruptAfterTimeLimit: 40_000 },
  );
}, 60_000);
