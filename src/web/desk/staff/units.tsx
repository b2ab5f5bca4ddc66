import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import { listUnitLines, makeUnit, type UnitForm, type UnitLine } from '../../../services/staff/tend-units.ts';
import { fill } from '../../words/fill.ts';
import { inLanguage } from '../../words/language.ts';
import type { DeskContext, DeskEnv } from '../frame/desk-env.ts';
import { Section } from '../frame/lists.tsx';
import { Badge, DeskForm } from '../frame/parts.tsx';
import { attempt, fieldSentence, type Problems } from '../frame/problems.tsx';
import { sendSettings } from '../settings/settings.tsx';
import { readUnit, UnitFields } from './unit-fields.tsx';
import { unitsWords } from './units-words.ts';

const Line: FC<{ c: DeskContext; unit: UnitLine }> = ({ c, unit }) => {
  const { language } = c.var;
  const t = inLanguage(unitsWords, language);
  return (
    <li class={`desk-item desk-depth-${Math.min(unit.depth, 4)}`}>
      <div class="desk-item-body">
        <p class="desk-who">
          <a href={`/desk/enheder/${unit.id}`}>{unit.name}</a>
        </p>
        <p class="desk-meta">
          {unit.closedAt === null ? null : <Badge tone="warning">{t.closed}</Badge>}
          <span>{unit.area}</span>
          <span>{fill(t.circles, { n: unit.circles })}</span>
          <span>{fill(t.staff, { n: unit.staff })}</span>
        </p>
      </div>
    </li>
  );
};

const BLANK: UnitForm = { name: '', area: '', parentId: '' };

async function sendUnits(c: DeskContext, form: UnitForm = BLANK, problems: Problems = {}): Promise<Response> {
  const { rt, staff, language } = c.var;
  const units = await listUnitLines(rt, staff);
  const t = inLanguage(unitsWords, language);
  return sendSettings(
    c,
    { title: t.title, problems, labels: t },
    <>
      <p>{units.length > 0 ? t.lead : t.empty}</p>
      <ul class="desk-list no-max-width">
        {units.map((unit) => (
          <Line c={c} unit={unit} />
        ))}
      </ul>
      <Section id="ny" heading={t.add}>
        <DeskForm c={c} action="/desk/enheder">
          <UnitFields
            {...{ c, form, problems }}
            parents={units.filter(({ closedAt }) => closedAt === null)}
          />
          <button type="submit" class="button button-primary">
            {t.doAdd}
          </button>
        </DeskForm>
      </Section>
    </>,
  );
}

/** The tree of units. */
export const unitsRoutes = new Hono<DeskEnv>();

unitsRoutes.get('/enheder', (c) => sendUnits(c));

unitsRoutes.post('/enheder', async (c) => {
  const { rt, staff, language } = c.var;
  const form = readUnit(c);
  const outcome = await attempt(() => makeUnit(rt, staff, form));
  if ('value' in outcome) return c.redirect('/desk/enheder?gemt=unit', 303);
  const { code, detail = 'name' } = outcome.error;
  return sendUnits(c, form, { [detail]: fieldSentence(code, language) });
});
