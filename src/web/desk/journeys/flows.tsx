import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import { showFlowEvaluation } from '../../../services/forms/show-evaluation.ts';
import { COUNTED, countSteps, PERIODS, type StepCounts } from '../../../services/journeys/count-steps.ts';
import {
  type FlowLine,
  listFlowLines,
  listRunning,
  type RunningLine,
} from '../../../services/journeys/list-running.ts';
import { getNewestFlow, isBooked } from '../../../services/journeys/load-flow.ts';
import { BackLink } from '../../pages/parts.tsx';
import { stateWords } from '../../words/choices.ts';
import { fill } from '../../words/fill.ts';
import { inLanguage } from '../../words/language.ts';
import { wordOf } from '../../words/lookup.ts';
import { showDate, showLength } from '../../words/when.ts';
import { Evaluations } from '../forms/evaluation.tsx';
import type { DeskContext, DeskEnv } from '../frame/desk-env.ts';
import { sendDesk } from '../frame/frame.tsx';
import { Item, Section } from '../frame/lists.tsx';
import { Badge } from '../frame/parts.tsx';
import { flowsWords } from './flows-words.ts';
import { kindWords } from './rules-words.ts';

type Props = { c: DeskContext; counts: StepCounts };

const Steps: FC<Props> = ({ c, counts }) => {
  const { language } = c.var;
  const t = inLanguage(flowsWords, language);
  return (
    <div class="desk-section">
      <h2 id="trin">{t.steps}</h2>
      <section class="desk-scroll" tabindex={0} aria-labelledby="trin">
        <table class="table table--compact">
          <thead>
            <tr>
              <th scope="col">{t.step}</th>
              {COUNTED.map((what) => (
                <th scope="col" class="desk-number">
                  {t[what]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {counts.lines.map((line) => (
              <tr>
                <th scope="row">
                  {line.step}
                  <br />
                  <span class="form-hint">{wordOf(kindWords, line.kind, language)}</span>
                </th>
                {COUNTED.map((what) => (
                  <td class="desk-number">{line.counts[what]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
};

const Outcome: FC<Props> = ({ c, counts: { endings, human } }) => {
  const { language } = c.var;
  const t = inLanguage(flowsWords, language);
  const named = (what: string, reason: string | undefined): string =>
    what === 'running' ? t.running : what === 'held' ? t.held : fill(t.ended, { reason: reason ?? '' });
  return (
    <>
      <Section id="udfald" heading={t.outcome}>
        <ul>
          {endings.map(({ what, reason, journeys }) => (
            <li>
              {named(what, reason)}: {journeys}
            </li>
          ))}
        </ul>
      </Section>
      <Section id="menneske" heading={t.human}>
        <p>
          {human.answers === 0
            ? t.humanNone
            : fill(t.humanText, {
                n: human.answers,
                mean: showLength(human.meanMs ?? 0, language),
                longest: showLength(human.longestMs ?? 0, language),
              })}
        </p>
      </Section>
    </>
  );
};

/** One flow in the list: what it is for, since when it stands, and how many are in it. */
const FlowItem: FC<{ c: DeskContext; flow: FlowLine }> = ({ c, flow }) => {
  const { language, rt } = c.var;
  const t = inLanguage(flowsWords, language);
  return (
    <Item
      who={<a href={`/desk/forloeb/${flow.name}`}>{flow.title}</a>}
      meta={
        <>
          <span>{flow.running === 0 ? t.nobodyInIt : fill(t.inIt, { n: flow.running })}</span>
          <span>{fill(t.published, { when: showDate(flow.publishedAt, rt.now(), language) })}</span>
          {flow.booked ? <span>{t.byItself}</span> : null}
        </>
      }
    >
      {flow.target ? <p lang="da">{flow.target}</p> : null}
    </Item>
  );
};

/** Who walks the flow now. */
const Running: FC<{ c: DeskContext; lines: readonly RunningLine[]; booked: boolean }> = (props) => {
  const { c, lines, booked } = props;
  const { language, rt } = c.var;
  const t = inLanguage(flowsWords, language);
  const nobody = booked ? t.nowNobodyBooked : t.nowNobody;
  return (
    <Section id="nu" heading={t.now} {...(lines.length > 0 ? { hint: t.nowHint } : {})}>
      {lines.length === 0 ? <p>{nobody}</p> : null}
      <ul class="desk-list no-max-width">
        {lines.map((line) => (
          <Item
            who={<a href={`/desk/paaroerende/${line.relativeId}/forloeb/${line.id}`}>{line.name}</a>}
            meta={
              <>
                {line.hold ? <Badge tone="warning">{wordOf(stateWords, line.hold, language)}</Badge> : null}
                {line.step ? <span>{fill(t.atStep, { step: line.step })}</span> : null}
                <span>{fill(t.begunAt, { when: showDate(line.startedAt, rt.now(), language) })}</span>
              </>
            }
          />
        ))}
      </ul>
    </Section>
  );
};

/** The flows, and for each who walks it and how many journeys reached each step. */
export const flowRoutes = new Hono<DeskEnv>();

flowRoutes.get('/forloeb', async (c) => {
  const { rt, staff, language } = c.var;
  const t = inLanguage(flowsWords, language);
  const flows = await listFlowLines(rt, staff);
  return sendDesk(
    c,
    { title: t.title, section: 'flows' },
    <>
      <h1>{t.title}</h1>
      <p>{flows.length === 0 ? t.empty : t.lead}</p>
      <ul class="desk-list no-max-width">
        {flows.map((flow) => (
          <FlowItem c={c} flow={flow} />
        ))}
      </ul>
    </>,
  );
});

flowRoutes.get('/forloeb/:name', async (c) => {
  const { rt, staff, language } = c.var;
  const t = inLanguage(flowsWords, language);
  const days = PERIODS.find((period) => String(period) === c.req.query('dage')) ?? 90;
  const name = c.req.param('name');
  const [counts, running, evaluations] = await Promise.all([
    countSteps(rt, staff, name, days),
    listRunning(rt, staff, name),
    showFlowEvaluation(rt, staff, name),
  ]);
  const { flow } = await getNewestFlow(rt, name);
  return sendDesk(
    c,
    { title: counts.title, section: 'flows' },
    <>
      <BackLink href="/desk/forloeb">{t.back}</BackLink>
      <h1>{counts.title}</h1>
      {flow.target ? <p lang="da">{flow.target}</p> : null}
      <Running c={c} lines={running} booked={isBooked(flow)} />
      <nav class="desk-buttons d-print-none" aria-label={t.period}>
        <span>{t.period}:</span>
        {PERIODS.map((period) => (
          <a
            href={`/desk/forloeb/${name}?dage=${period}`}
            {...(period === days ? { 'aria-current': 'true' as const } : {})}
          >
            {fill(t.days, { n: period })}
          </a>
        ))}
      </nav>
      <p class="font-lead">{counts.started === 0 ? t.nobody : fill(t.started, { n: counts.started })}</p>
      <Steps c={c} counts={counts} />
      <Outcome c={c} counts={counts} />
      <Evaluations evaluations={evaluations} language={language} />
      <Section id="definitioner" heading={t.definitions}>
        <p>{t.definitionsText}</p>
      </Section>
    </>,
  );
});
