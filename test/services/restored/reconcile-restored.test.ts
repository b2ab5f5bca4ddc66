// A backup that was put back: nothing twice, nothing after STOP, nothing at night, and a person is told what nobody can know.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { work } from '../../../src/jobs/work.ts';
import { beatParts } from '../../../src/services/beat.ts';
import { holdCircle } from '../../../src/services/circles/hold-circle.ts';
import { enrolMany } from '../../../src/services/journeys/fan-out.ts';
import { wakeTimers } from '../../../src/services/journeys/fire-timers.ts';
import { publishFlow } from '../../../src/services/journeys/publish-flow.ts';
import { openText } from '../../../src/services/relatives/open-names.ts';
import { dispatchSender } from '../../../src/services/sending/dispatch-sender.ts';
import { forgetBodies } from '../../../src/services/sending/forget-bodies.ts';
import { DatabaseAway } from '../../../src/store/away.ts';
import { tokenHash } from '../../../src/store/seal.ts';
import { ask, invite, makeFlow, say, wait } from '../../journey/engine/make-flow.ts';
import { seedRelative } from '../../support/house.ts';
import { hasSqld, startSqld } from '../../support/sqld.ts';
import { DAY, enrol, HOUR, MINUTE, PHONE, rows } from '../stand.ts';
import { buildEstate, type Estate, phoneOutside, twilioOutside } from './stand.ts';

const OTHER = '+4520000012';

describe.each([
  ['the simulated network', phoneOutside],
  ['Twilio', twilioOutside],
])('after a backup was put back, with %s', (_name, open) => {
  let estate: Estate;
  beforeEach(async () => {
    estate = await buildEstate(open);
  });
  afterEach(() => estate[Symbol.asyncDispose]());

  const pass = (ms: number): Promise<void> => estate.pass(ms);
  const texts = (to = PHONE): string[] =>
    estate.outside
      .accepted()
      .filter((sms) => sms.to === to)
      .map(({ text }) => text.replace(/^(Hej|Hello) Anne: /, '').replace(/https:\S+/, 'LINK'));
  const statuses = async (): Promise<string[]> =>
    (await rows(estate.rt(), 'SELECT text_key, status FROM messages ORDER BY due_at, rowid')).map(
      (m) => `${m.text_key} ${m.status}`,
    );
  const told = async (): Promise<string[]> =>
    (await rows(estate.rt(), "SELECT kind FROM alerts WHERE status = 'open' ORDER BY kind")).map((a) =>
      String(a.kind),
    );
  const alertText = async (): Promise<string> => {
    const [row] = await rows(estate.rt(), "SELECT id, text_sealed FROM alerts WHERE kind = 'restored'");
    return openText(estate.rt(), 'alerts.text', String(row?.id), String(row?.text_sealed));
  };

  it('what left since is recognised and not sent again, and its link opens', async () => {
    await enrol(estate.rt(), [
      say('nu'),
      wait('vent', '2 days'),
      say('link', { page: 'side' }),
      say('slut', { when: '6 days after start at 10:00' }),
    ]);
    await estate.beat();
    const backup = await estate.backUp();
    await pass(4 * DAY);
    const before = texts();
    await estate.putBack(backup);
    await pass(DAY);

    expect(texts()).toEqual(before);
    expect(before).toEqual(['nu', 'link LINK']);
    expect(await statuses()).toEqual(['nu delivered', 'link delivered']);
    const token = /\/i\/([\w-]{22})/.exec(estate.outside.accepted().at(-1)?.text ?? '')?.[1] ?? '';
    expect(
      await rows(estate.rt(), 'SELECT 1 FROM links WHERE token_hash = ?', [tokenHash(token)]),
    ).toHaveLength(1);
    await pass(3 * DAY);
    expect(texts()).toEqual(['nu', 'link LINK', 'slut']);
  });

  it.runIf(hasSqld)('the same holds on a libSQL server', async () => {
    await using sqld = await startSqld();
    await enrol(estate.rt(), [
      ask('spm', { ja: { say: 'tak' } }),
      wait('vent', '1 days'),
      say('link', { page: 'side' }),
      say('slut', { when: '6 days after start at 10:00' }),
    ]);
    await estate.beat();
    const backup = await estate.backUp();
    await estate.outside.type(PHONE, 'JA');
    await pass(3 * DAY);
    await estate.putBack(backup, sqld.url);
    await pass(4 * DAY);

    expect(texts()).toEqual(['spm', 'tak', 'link LINK', 'slut']);
    expect(await told()).toEqual(['restored']);
    expect(
      await rows(
        estate.rt(),
        "SELECT body ->> 'heard' AS heard, body ->> 'recognised' AS left FROM ledger WHERE kind = 'restored'",
      ),
    ).toEqual([{ heard: 1, left: 2 }]);
  });

  it('what was due when the backup was made and left since is recognised', async () => {
    await enrol(estate.rt(), [say('nu')]);
    const backup = await estate.backUp();
    await estate.beat();
    await estate.putBack(backup);
    await pass(HOUR);

    expect(texts()).toEqual(['nu']);
    expect(await statuses()).toEqual(['nu delivered']);
  });

  it('what did not leave, because the house was down, leaves once', async () => {
    await enrol(estate.rt(), [say('nu'), wait('vent', '2 days'), say('senere')]);
    await estate.beat();
    const backup = await estate.backUp();
    estate.switchOff();
    await pass(3 * DAY);
    await estate.putBack(backup);
    await pass(DAY);

    expect(texts()).toEqual(['nu', 'senere']);
    expect(await told()).toEqual(['restored']);
  });

  it('what is late when the house comes back keeps to its late rule and to the night', async () => {
    const late = { flow: { anchors: { dag: { title: 'Dagen', time: false } } } };
    await enrol(
      estate.rt(),
      [say('nu'), say('for', { when: '1 day before dag at 10:00', late: 'skip' }), say('efter')],
      {
        ...late,
        anchors: { dag: '2027-03-05' },
      },
    );
    await estate.beat();
    const backup = await estate.backUp();
    estate.switchOff();
    await pass(5 * DAY + 12 * HOUR);
    await estate.putBack(backup);
    await pass(6 * HOUR);
    expect(texts()).toEqual(['nu']);
    await pass(2 * DAY);

    expect(texts()).toEqual(['nu', 'efter']);
    const [, last] = estate.outside.accepted();
    expect(new Date(last?.at ?? 0).toISOString().slice(0, 13)).toBe('2027-03-08T07');
  });

  it('STOP since then holds, and its receipt is not sent again', async () => {
    await enrol(estate.rt(), [say('nu'), wait('vent', '3 days'), say('senere')]);
    await estate.beat();
    const backup = await estate.backUp();
    await pass(DAY);
    await estate.outside.type(PHONE, 'STOP');
    await pass(DAY);
    const before = texts();
    await estate.putBack(backup);
    await pass(5 * DAY);

    expect(before).toHaveLength(2);
    expect(texts()).toEqual(before);
  });

  it('STOP that nobody heard holds before anything leaves, and gets its receipt', async () => {
    await enrol(estate.rt(), [say('nu'), wait('vent', '1 days'), say('senere')]);
    await estate.beat();
    const backup = await estate.backUp();
    estate.switchOff();
    await pass(2 * DAY);
    await estate.outside.type(PHONE, 'STOP');
    await estate.putBack(backup);
    await pass(DAY);

    expect(texts()).toEqual(['nu', expect.stringContaining('ikke flere')]);
  });

  it('an answer since then has led where it led, and what follows comes in its time', async () => {
    const steps = [
      ask('spm', { ja: { say: 'tak' }, after: '3 days', remind: 2 }),
      wait('vent', '2 days'),
      say('saa'),
      wait('igen', '4 days'),
      say('slut'),
    ];
    await enrol(estate.rt(), steps);
    await estate.beat();
    const backup = await estate.backUp();
    await pass(DAY);
    await estate.outside.type(PHONE, 'JA');
    await pass(3 * DAY);
    const before = texts();
    await estate.putBack(backup);
    await pass(5 * DAY);

    expect(before).toEqual(['spm', 'tak', 'saa']);
    expect(texts()).toEqual(['spm', 'tak', 'saa', 'slut']);
    expect(await told()).toEqual(['restored']);
  });

  it('reminders of one text that left are counted', async () => {
    await enrol(estate.rt(), [ask('spm', { after: '1 days', remind: 3 })]);
    await estate.beat();
    const backup = await estate.backUp();
    await pass(2 * DAY + 2 * HOUR);
    await estate.putBack(backup);
    await pass(4 * DAY);

    expect(texts()).toEqual(['spm', 'spm-igen', 'spm-igen', 'spm-igen']);
  });

  it('while the gateway cannot be asked nothing leaves or is handled, and a person is told once', async () => {
    await enrol(estate.rt(), [say('nu'), wait('vent', '1 days'), say('senere')]);
    await estate.beat();
    const backup = await estate.backUp();
    estate.switchOff();
    await pass(2 * DAY);
    await estate.putBack(backup);
    estate.outside.away(6);
    await estate.outside.type(PHONE, 'HJÆLP');
    for (let n = 0; n < 3; n += 1) await pass(10);

    expect(texts()).toEqual(['nu']);
    expect(await told()).toEqual(['restoring']);
    expect(await rows(estate.rt(), 'SELECT status FROM replies')).toEqual([{ status: 'new' }]);
    await pass(HOUR);
    expect(texts()).toEqual(['nu', expect.stringContaining('cpr-nr.'), 'senere']);
    expect(await told()).toEqual(['restored']);
  });

  it('what left and is not known here is told to a person, by name where the house knows one', async () => {
    const id = await seedRelative(estate.rt(), { number: OTHER, tiltale: 'Bo' });
    const backup = await estate.backUp();
    await enrol(estate.rt(), [say('nu')], { relativeId: id });
    await enrol(estate.rt(), [say('nu')], { relative: { number: '+4520000013' } });
    await estate.beat();
    await pass(HOUR);
    await estate.putBack(backup);
    await pass(DAY);

    expect(texts(OTHER)).toHaveLength(1);
    expect(await alertText()).toMatch(
      /2 sms'er var sendt, som vi ikke kender.*Anne Prøve, 1 sms'er til numre/,
    );
    expect(
      await rows(
        estate.rt(),
        "SELECT actor, body ->> 'strange' AS strange FROM ledger WHERE kind = 'restored'",
      ),
    ).toEqual([{ actor: 'house', strange: 2 }]);
  });

  it('a circle that was paused since, as far as can be seen, stands still until a person has looked', async () => {
    const { relativeId } = await enrol(estate.rt(), [
      say('nu'),
      wait('vent', '1 days'),
      say('til-den-doede'),
    ]);
    await enrol(estate.rt(), [say('nu'), wait('vent', '2 days'), say('senere')], {
      relative: { number: OTHER },
      flow: { name: 'anden' },
    });
    await estate.beat();
    const backup = await estate.backUp();
    const [circle] = await rows(estate.rt(), 'SELECT circle_id FROM relatives WHERE id = ?', [relativeId]);
    await holdCircle(estate.rt(), String(circle?.circle_id), 'dead', 'staff-1');
    await pass(3 * DAY);
    await estate.putBack(backup);
    await pass(3 * DAY);

    expect(texts()).toEqual(['nu']);
    expect(texts(OTHER)).toEqual(['nu', 'senere']);
    expect(await told()).toEqual(['doubt', 'restored']);
    expect(
      await rows(estate.rt(), 'SELECT state FROM circles WHERE id = ?', [String(circle?.circle_id)]),
    ).toEqual([{ state: 'paused' }]);
  });

  it('an enrolment of many that was under way has begun once for each', async () => {
    const flow = makeFlow([say('nu'), wait('vent', '2 days'), say('senere')], { anchors: {} });
    await publishFlow(estate.rt(), flow);
    const relativeIds: string[] = [];
    for (let n = 0; n < 5; n += 1)
      relativeIds.push(await seedRelative(estate.rt(), { number: `+452000002${n}` }));
    await enrolMany(estate.rt(), { flow: flow.name, relativeIds, anchors: {}, by: 'staff-1' });
    const backup = await estate.backUp();
    await estate.beat();
    await pass(HOUR);
    await estate.putBack(backup);
    await pass(3 * DAY);

    for (let n = 0; n < 5; n += 1) expect(texts(`+452000002${n}`)).toEqual(['nu', 'senere']);
  });

  it('a text the provider has deleted is recognised by the phone it went to', async () => {
    await enrol(estate.rt(), [say('nu'), wait('vent', '1 days'), say('senere')]);
    await estate.beat();
    const backup = await estate.backUp();
    await pass(2 * DAY);
    const ids = await rows(estate.rt(), 'SELECT provider_id FROM messages');
    for (const { provider_id } of ids)
      expect(await estate.outside.gateway.forget(String(provider_id))).toBe(true);
    const count = estate.outside.accepted().length;
    await estate.putBack(backup);
    await pass(2 * DAY);

    expect(estate.outside.accepted()).toHaveLength(count);
    expect(await statuses()).toEqual(['nu delivered', 'senere delivered']);
  });

  it('a text the provider has deleted and that left late may be what is unsent: a person looks, and nothing is sent twice', async () => {
    await enrol(estate.rt(), [say('nu'), wait('vent', '1 days'), say('senere')]);
    await estate.beat();
    const backup = await estate.backUp();
    estate.switchOff();
    await pass(DAY + 5 * HOUR);
    estate.switchOn();
    await pass(3 * DAY);
    await forgetBodies(estate.rt());
    const count = estate.outside.accepted().length;
    await estate.putBack(backup);
    await pass(2 * DAY);

    expect(count).toBe(2);
    expect(estate.outside.accepted()).toHaveLength(count);
    expect(await told()).toEqual(['doubt', 'restored']);
  });

  it('nothing can be claimed or fired by whatever way while it is not reconciled', async () => {
    await enrol(estate.rt(), [say('nu'), wait('vent', '1 days'), say('senere')]);
    const backup = await estate.backUp();
    estate.switchOff();
    await pass(2 * DAY);
    await estate.putBack(backup);
    const rt = estate.rt();

    expect(await dispatchSender(rt, 'number')).toBe(0);
    for (const job of [
      { job: 'fire-timers', shard: 0 },
      { job: 'dispatch-sender', sender: 'number' },
    ] as const)
      await work(rt, job);
    for (const { job, work: part } of beatParts(wakeTimers)) if (job !== 'reconcile-restored') await part(rt);
    expect(texts()).toEqual([]);
    expect(await rows(rt, "SELECT 1 FROM facts WHERE kind = 'timerFired'")).toEqual([]);
    expect(await statuses()).toEqual(['nu due']);
  });

  it('nothing is done in the first minute, when the provider’s list may not show everything', async () => {
    await enrol(estate.rt(), [say('nu')]);
    const backup = await estate.backUp();
    await estate.putBack(backup);
    await estate
      .rt()
      .db.client.execute({ sql: 'UPDATE restorations SET restored_at = ?', args: [estate.now()] });
    estate.forward(59_000);
    await estate.beat();
    expect(texts()).toEqual([]);

    estate.forward(1_000);
    await estate.beat();
    expect(texts()).toEqual(['nu']);
  });

  it('a reconciliation that is cut short is done again from its start, and nothing twice', async () => {
    await enrol(estate.rt(), [invite('ind', { remind: 'every 1 days, 4 times' })]);
    await estate.beat();
    const backup = await estate.backUp();
    await pass(2 * DAY + HOUR);
    await estate.outside.type(PHONE, 'HJÆLP');
    await pass(HOUR);
    const before = texts();
    await estate.putBack(backup);
    let turns = 0;
    const { lane } = estate.rt().db;
    const { put } = lane;
    lane.put = (write, item) => {
      if (write.name === 'turns') turns += 1;
      if (turns === 2) throw new DatabaseAway(new Error('the process died'));
      return put(write, item);
    };
    estate.forward(MINUTE);
    await estate.beat();
    lane.put = put;
    expect(await told()).toEqual([]);
    await pass(HOUR);

    expect(texts()).toEqual(before);
    expect(await told()).toEqual(['restored']);
  });
});
