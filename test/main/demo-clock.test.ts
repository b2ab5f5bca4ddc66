// The demo's clock: every due instant in its order, at its own time.
import { describe, expect, it } from 'vitest';
import { isoWithOffset } from '../../src/journey/time/format.ts';
import { startJourney } from '../../src/services/journeys/start-journey.ts';
import { startDemo } from '../browser/demo-server.ts';

describe('the demo clock', () => {
  it('goes forward through each due instant: reminders leave at their hour and are delivered then, and it never goes back', async () => {
    await using demo = await startDemo();
    const { rt } = demo;
    const found = await rt.db.client.execute(
      "SELECT r.id FROM relatives r JOIN numbers n ON n.id = r.number_id WHERE r.channel = 'sms' AND n.stopped_at IS NULL AND n.wrong_at IS NULL AND r.minor = 0 AND r.circle_id IN (SELECT id FROM circles WHERE state = 'alive') AND r.id NOT IN (SELECT relative_id FROM journeys WHERE flow_name = 'velkomst') ORDER BY r.circle_id, r.rowid LIMIT 1",
    );
    const relativeId = String(found.rows[0]?.id);
    const moved = isoWithOffset(rt.now() + 40 * 86_400_000).slice(0, 10);
    const { journeyId } = await startJourney(rt, {
      flow: 'velkomst',
      relativeId,
      anchors: { indflytning: moved },
      by: 'demo-advisor',
    });
    const before = rt.now();

    const first = await demo.clock?.forward('week');
    const second = await demo.clock?.forward('week');

    const sent = await rt.db.client.execute({
      sql: 'SELECT text_key, sent_at, delivered_at, due_at FROM messages WHERE journey_id = ? ORDER BY due_at',
      args: [journeyId],
    });
    expect(sent.rows.length).toBeGreaterThanOrEqual(2);
    for (const row of sent.rows) {
      expect(Number(row.sent_at) - Number(row.due_at)).toBeLessThan(60_000);
      expect(Number(row.delivered_at) - Number(row.sent_at)).toBeLessThan(60_000);
    }
    expect(first?.from).toBeGreaterThanOrEqual(before);
    expect(second?.to).toBeGreaterThanOrEqual(before + 14 * 86_400_000 - 1_000);
  });
});
