import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import { anchorAt } from '../../../journey/time/format.ts';
import { CIRCLE_STATES, listCircles } from '../../../services/circles/list-circles.ts';
import { listOwnUnits } from '../../../services/relatives/choose-circle.ts';
import { Select } from '../../layout/choose.tsx';
import { only } from '../../layout/form.tsx';
import { stateWords } from '../../words/choices.ts';
import { fill } from '../../words/fill.ts';
import { inLanguage } from '../../words/language.ts';
import { wordOf } from '../../words/lookup.ts';
import { showDate } from '../../words/when.ts';
import { readCursor, writeCursor } from '../frame/cursor.ts';
import type { DeskContext, DeskEnv } from '../frame/desk-env.ts';
import { sendDesk } from '../frame/frame.tsx';
import { Item } from '../frame/lists.tsx';
import { Badge, More } from '../frame/parts.tsx';
import { circleWords } from './circle-words.ts';

type Line = Awaited<ReturnType<typeof listCircles>>['lines'][number];

const Circle: FC<{ c: DeskContext; line: Line }> = ({ c, line }) => {
  const { language, rt } = c.var;
  const t = inLanguage(circleWords, language);
  const day = line.consentCheckedOn && showDate(anchorAt(line.consentCheckedOn) ?? 0, rt.now(), language);
  return (
    <Item
      who={<a href={`/desk/kredse/${line.id}`}>{line.code}</a>}
      meta={
        <>
          <span>{line.unitName}</span>
          <span>{line.people === 1 ? t.countOne : fill(t.count, { n: line.people })}</span>
          {line.state === 'alive' ? null : (
            <Badge tone="warning">{wordOf(stateWords, line.state, language)}</Badge>
          )}
          {line.apart === 1 ? <Badge tone="info">{t.isApart}</Badge> : null}
          <span>{day ? fill(t.hasConsent, { day }) : t.noConsent}</span>
        </>
      }
    />
  );
};

/** All circles in sight, by unit and state. */
export const circleListRoutes = new Hono<DeskEnv>();

circleListRoutes.get('/kredse', async (c) => {
  const { rt, staff, language } = c.var;
  const t = inLanguage(circleWords, language);
  const unitId = c.req.query('enhed') || undefined;
  const state = CIRCLE_STATES.find((known) => known === c.req.query('tilstand'));
  const after = readCursor(c.req.query('efter'));
  const [{ lines, next }, units] = await Promise.all([
    listCircles(rt, staff, only({ unitId, state, after })),
    listOwnUnits(rt, staff),
  ]);
  const kept = new URLSearchParams({ enhed: unitId ?? '', tilstand: state ?? '' });
  const states = CIRCLE_STATES.map((one) => [one, stateWords[one][language]] as const);
  return sendDesk(
    c,
    { title: t.listTitle, section: 'relatives' },
    <>
      <h1>{t.listTitle}</h1>
      <p>{t.listLead}</p>
      <search>
        <form method="get" action="/desk/kredse" class="desk-search">
          <Select
            name="enhed"
            label={t.unit}
            language={language}
            value={unitId ?? ''}
            options={[['', t.anyUnit], ...units.map(({ id, name }) => [id, name] as const)]}
          />
          <Select
            name="tilstand"
            label={t.state}
            language={language}
            value={state ?? ''}
            options={[['', t.anyState], ...states]}
          />
          <button type="submit" class="button button-primary">
            {t.show}
          </button>
        </form>
      </search>
      {lines.length === 0 ? <p>{t.listEmpty}</p> : null}
      <ul class="desk-list no-max-width">
        {lines.map((line) => (
          <Circle c={c} line={line} />
        ))}
      </ul>
      <More href={next && `/desk/kredse?${kept}&efter=${writeCursor(next)}`} language={language} />
    </>,
  );
});
