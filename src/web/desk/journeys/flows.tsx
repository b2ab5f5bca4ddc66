import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import { COUNTED, countSteps, PERIODS, type StepCounts } from '../../../services/journeys/count-steps.ts';
import { listFlows } from '../../../services/journeys/load-flow.ts';
import { requireRight } from '../../../services/staff/staff.ts';
import { BackLink } from '../../pages/parts.tsx';
import { fill } from '../../words/fill.ts';
import { inLanguage } from '../../words/language.ts';
import { wordOf } from '../../words/lookup.ts';
import { showLength } from '../../words/when.ts';
import type { DeskContext, DeskEnv } from '../frame/desk-env.ts';
import { sendDesk } from '../frame/frame.tsx';
import { Item, Section } from '../frame/lists.tsx';
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

/** The flows, and for each how many journeys reached each step. */
export const flowRoutes = new Hono<DeskEnv>();

flowRoutes.get('/forloeb', async (c) => {
  const { rt, staff, language } = c.var;
  requireRight(staff, 'look');
  const t = inLanguage(flowsWords, language);
  const flows = await listFlows(rt);
  return sendDesk(
    c,
    { title: t.title, section: 'flows' },
    <>
      <h1>{t.title}</h1>
      <p>{flows.length === 0 ? t.empty : t.lead}</p>
      <ul class="desk-list no-max-width">
        {flows.map(({ name, title }) => (
          <Item who={<a href={`/desk/forloeb/${name}`}>{title}</a>} />
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
  const counts = await countSteps(rt, staff, name, days);
  return sendDesk(
    c,
    { title: counts.title, section: 'flows' },
    <>
      <BackLink href="/desk/forloeb">{t.back}</BackLink>
      <h1>{counts.title}</h1>
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
      <Section id="definitioner" heading={t.definitions}>
        <p>{t.definitionsText}</p>
      </Section>
    </>,
  );
});
