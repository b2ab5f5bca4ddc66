import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import {
  type Listed,
  listOverview,
  MOST_COUNTED,
  type Overview,
} from '../../../services/waiting/list-overview.ts';
import type { MessageItem } from '../../../services/waiting/list-tasks.ts';
import { stateWords } from '../../words/choices.ts';
import { fill } from '../../words/fill.ts';
import { inLanguage } from '../../words/language.ts';
import { wordOf } from '../../words/lookup.ts';
import { showInstant } from '../../words/when.ts';
import { figuresSection, handOverSection } from '../contacts/contact-lists.tsx';
import { eventsThisWeek } from '../events/events-this-week.tsx';
import { commonWords } from '../frame/common-words.ts';
import type { DeskContext, DeskEnv } from '../frame/desk-env.ts';
import { sendDesk } from '../frame/frame.tsx';
import { Alerts, Conversations, Item, Messages, Section, Who } from '../frame/lists.tsx';
import { live } from '../frame/live.tsx';
import { Badge, mayCare } from '../frame/parts.tsx';
import { allWords, overviewWords } from './overview-words.ts';

type Props = { c: DeskContext; overview: Overview };

const taskName = (c: DeskContext, item: MessageItem): string =>
  (item.channel === 'ring' ? overviewWords.call : overviewWords.letter)[c.var.language];

const PAGES: Record<Listed, string> = {
  urgent: '/desk/varsler',
  alerts: '/desk/varsler',
  replies: '/desk/indbakke',
  tasks: '/desk/opgaver',
};

/** The way to all of a list that is cut, with how many there are. */
const All: FC<Props & { list: Listed }> = ({ c, overview: { all }, list }) => {
  const { language } = c.var;
  const count = all[list];
  if (count === undefined) return null;
  const n = count >= MOST_COUNTED ? `${MOST_COUNTED}+` : count;
  return (
    <p class="d-print-none">
      <a href={PAGES[list]}>{fill(allWords[list][language], { n })}</a>
    </p>
  );
};

/** What only a person can do, the most urgent first. */
const ForPeople: FC<Props> = ({ c, overview }) => {
  const { urgent, replies, tasks, alerts, unknown } = overview;
  const { language, rt } = c.var;
  const t = inLanguage(overviewWords, language);
  return (
    <>
      <Section id="haster" heading={t.urgent} empty={urgent.length === 0}>
        <Alerts c={c} lines={urgent} />
        <All c={c} overview={overview} list="urgent" />
      </Section>
      <Section id="svar" heading={t.replies} empty={replies.length === 0}>
        <Conversations c={c} lines={replies} />
        <All c={c} overview={overview} list="replies" />
      </Section>
      <Section id="opgaver" heading={t.tasks} empty={tasks.length === 0}>
        <Messages
          c={c}
          lines={tasks}
          about={(item) => <Badge tone="warning">{taskName(c, item)}</Badge>}
          action={(item) => (
            <a class="button button-primary" href={`/desk/opgaver#o-${item.id}`}>
              {t.toTask}
              <span class="sr-only"> {item.name}</span>
            </a>
          )}
        />
        <All c={c} overview={overview} list="tasks" />
      </Section>
      <Section id="varsler" heading={t.alerts} empty={alerts.length === 0}>
        <Alerts c={c} lines={alerts} />
        <All c={c} overview={overview} list="alerts" />
      </Section>
      <Section id="uafklaret" heading={t.unknown} hint={t.unknownHint} empty={unknown.length === 0}>
        <Messages c={c} lines={unknown} about={(item) => showInstant(item.dueAt, rt.now(), language)} />
      </Section>
    </>
  );
};

/** What leaves and goes on without anybody. */
const ByItself: FC<Props> = ({ c, overview: { messages, timers } }) => {
  const { language, rt } = c.var;
  const t = inLanguage(overviewWords, language);
  return (
    <Section id="naeste" heading={t.next} hint={t.nextHint}>
      {messages.length + timers.length === 0 ? <p>{t.nothingNext}</p> : null}
      {messages.length > 0 ? (
        <Messages
          c={c}
          lines={messages}
          about={(item) => (
            <>
              <Badge tone="info">{t.sms}</Badge>
              <span>{showInstant(item.dueAt, rt.now(), language)}</span>
            </>
          )}
        />
      ) : null}
      <ul class="desk-list no-max-width">
        {timers.map((timer) => (
          <Item
            who={<Who id={timer.relativeId} name={timer.name} from="overview" c={c} />}
            action={
              <a href={`/desk/paaroerende/${timer.relativeId}/forloeb/${timer.journeyId}`}>
                {commonWords.open[language]}
                <span class="sr-only"> {timer.name}</span>
              </a>
            }
          >
            <p>
              {fill(t.step, { flow: timer.flowTitle })}: {showInstant(timer.dueAt, rt.now(), language)}
            </p>
          </Item>
        ))}
      </ul>
    </Section>
  );
};

const Held: FC<Props> = ({ c, overview: { circles } }) => {
  const { language, rt } = c.var;
  const t = inLanguage(overviewWords, language);
  return (
    <Section id="kredse" heading={t.held} empty={circles.length === 0}>
      <ul class="desk-list no-max-width">
        {circles.map((circle) => (
          <Item
            who={`${circle.code}, ${circle.unitName ?? ''}`}
            meta={
              <>
                <Badge tone="warning">{wordOf(stateWords, circle.state, language)}</Badge>
                {circle.stateAt ? (
                  <span>{fill(t.since, { when: showInstant(circle.stateAt, rt.now(), language) })}</span>
                ) : null}
              </>
            }
            action={
              <a href={`/desk/kredse/${circle.id}`}>
                {t.toCircle}
                <span class="sr-only"> {circle.code}</span>
              </a>
            }
          />
        ))}
      </ul>
    </Section>
  );
};

/** Everything on the overview: the part of the page that is live. */
export async function overviewPart(c: DeskContext) {
  const overview = await listOverview(c.var.rt, c.var.staff);
  const { urgent, replies, tasks, alerts, unknown } = overview;
  const isCalm = [urgent, replies, tasks, alerts, unknown].every((list) => list.length === 0);
  return live(
    c,
    { part: 'overblik', asked: '' },
    <>
      {isCalm ? <p class="font-lead">{overviewWords.calm[c.var.language]}</p> : null}
      <ForPeople c={c} overview={overview} />
      {await handOverSection(c)}
      {await eventsThisWeek(c)}
      <Held c={c} overview={overview} />
      <ByItself c={c} overview={overview} />
    </>,
  );
}

export const overviewRoutes = new Hono<DeskEnv>();

overviewRoutes.get('/', async (c) => {
  const t = inLanguage(overviewWords, c.var.language);
  return sendDesk(
    c,
    { title: t.title, section: 'overview' },
    <>
      <h1>{t.title}</h1>
      {mayCare(c) ? null : <p class="form-hint">{commonWords.readOnly[c.var.language]}</p>}
      {await overviewPart(c)}
      {await figuresSection(c)}
    </>,
  );
});
