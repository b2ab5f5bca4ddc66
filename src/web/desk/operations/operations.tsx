// How the house itself fares, for those who look after it.
import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import { type OperationsShown, showOperations } from '../../../services/watching/show-operations.ts';
import { fill } from '../../words/fill.ts';
import { inLanguage } from '../../words/language.ts';
import { wordOf } from '../../words/lookup.ts';
import { showLength } from '../../words/when.ts';
import type { DeskContext, DeskEnv } from '../frame/desk-env.ts';
import { sendDesk } from '../frame/frame.tsx';
import { Alerts, Section } from '../frame/lists.tsx';
import { Badge, Facts } from '../frame/parts.tsx';
import { leaseWords, operationsWords, queueWords } from './operations-words.ts';

type Props = { c: DeskContext; shown: OperationsShown };

const Table: FC<{ id: string; heading: string; head: string[]; rows: (string | number)[][] }> = (props) => (
  <div class="desk-section">
    <h2 id={props.id}>{props.heading}</h2>
    <section class="desk-scroll" tabindex={0} aria-labelledby={props.id}>
      <table class="table table--compact">
        <thead>
          <tr>
            {props.head.map((text) => (
              <th scope="col">{text}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map(([first, ...rest]) => (
            <tr>
              <th scope="row">{first}</th>
              {rest.map((cell) => (
                <td>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  </div>
);

const Parts: FC<Props> = ({ c, shown: { readiness } }) => {
  const t = inLanguage(operationsWords, c.var.language);
  const parts = ['database', 'queue', 'gateway'] as const;
  return (
    <Section id="dele" heading={t.parts}>
      <Facts
        rows={parts.map((part) => [
          t[part],
          <Badge tone={readiness[part] === 'usable' ? 'success' : 'error'}>{t[readiness[part]]}</Badge>,
        ])}
      />
    </Section>
  );
};

/** Journeys' time for what journeys wait for, the real time for what was posted. */
function waitingRows({ c, shown: { waiting } }: Props): (string | number)[][] {
  const { rt, language } = c.var;
  const t = inLanguage(operationsWords, language);
  const since = (from: number | undefined, now: number): string =>
    from === undefined ? '' : showLength(Math.max(0, now - from), language);
  const laneRow = (lane: 'answers' | 'rest') => {
    const crowds = waiting.due.filter((crowd) => crowd.lane === lane);
    const oldest = crowds.flatMap(({ oldestAt }) => oldestAt ?? []);
    const count = crowds.reduce((sum, crowd) => sum + crowd.count, 0);
    return [t[lane], count, since(oldest.length > 0 ? Math.min(...oldest) : undefined, rt.now())];
  };
  return [
    [t.timers, waiting.timers.count, since(waiting.timers.oldestAt, rt.now())],
    laneRow('answers'),
    laneRow('rest'),
    [t.putOff, waiting.putOff.reduce((sum, { count }) => sum + count, 0), ''],
    [t.sending, waiting.sending.count, since(waiting.sending.oldestAt, rt.now())],
    [t.unknown, waiting.unknown.count, since(waiting.unknown.oldestAt, rt.now())],
    [t.newReplies, waiting.newReplies.count, since(waiting.newReplies.oldestAt, rt.now())],
    [t.unchained, waiting.unchained, ''],
  ];
}

const Leases: FC<Props> = ({ c, shown: { waiting } }) => {
  const { rt, language } = c.var;
  const t = inLanguage(operationsWords, language);
  const rows = waiting.leases.map(({ name, endsAt }) => {
    const left = Math.ceil((endsAt - rt.clock()) / 1_000);
    return [wordOf(leaseWords, name, language), left > 0 ? fill(t.seconds, { n: left }) : t.free];
  });
  return <Table id="ord" heading={t.leases} head={[t.lease, t.ends]} rows={rows} />;
};

const Queues: FC<Props> = ({ c, shown: { queues } }) => {
  const t = inLanguage(operationsWords, c.var.language);
  if (!queues)
    return (
      <Section id="koer" heading={t.queues}>
        <p>{t.queuesAway}</p>
      </Section>
    );
  const rows = queues.map(({ queue, waiting, active }) => [
    wordOf(queueWords, queue, c.var.language),
    waiting,
    active,
  ]);
  return <Table id="koer" heading={t.queues} head={[t.name, t.waiting, t.active]} rows={rows} />;
};

/** Queues, leases, what waits and what was set aside. */
export const operationsRoutes = new Hono<DeskEnv>();

operationsRoutes.get('/drift', async (c) => {
  const { rt, staff, language } = c.var;
  const t = inLanguage(operationsWords, language);
  const shown = await showOperations(rt, staff);
  const props = { c, shown };
  return sendDesk(
    c,
    { title: t.title, section: 'operations' },
    <>
      <h1>{t.title}</h1>
      <p>{t.lead}</p>
      <Parts {...props} />
      {shown.waiting.open ? null : <p>{t.window}</p>}
      <Section id="sat" heading={t.aside} hint={t.asideHint}>
        {shown.aside.length === 0 ? <p>{t.nothingAside}</p> : <Alerts c={c} lines={shown.aside} />}
      </Section>
      <Table id="venter" heading={t.due} head={[t.what, t.count, t.since]} rows={waitingRows(props)} />
      <Queues {...props} />
      <Leases {...props} />
    </>,
  );
});
