import { Hono } from 'hono';
import {
  changeUnit,
  closeUnit,
  reopenUnit,
  showUnit,
  type UnitForm,
  type UnitView,
} from '../../../services/staff/tend-units.ts';
import { Select } from '../../layout/choose.tsx';
import { fill } from '../../words/fill.ts';
import { inLanguage } from '../../words/language.ts';
import { commonWords } from '../frame/common-words.ts';
import type { DeskContext, DeskEnv } from '../frame/desk-env.ts';
import { Section } from '../frame/lists.tsx';
import { DeskForm, Do, Facts } from '../frame/parts.tsx';
import { attempt, fieldSentence, type Problems } from '../frame/problems.tsx';
import { Seen, seenOf } from '../frame/seen.tsx';
import { sendSettings } from '../settings/settings.tsx';
import { readUnit, UnitFields, unitOption } from './unit-fields.tsx';
import { unitsWords } from './units-words.ts';

const formOf = ({ name, area, parentId, changedAt }: UnitView): UnitForm & { seen: number } => ({
  name,
  area,
  parentId: parentId ?? '',
  seen: changedAt,
});

function sendUnit(c: DeskContext, unit: UnitView, form = formOf(unit), problems: Problems = {}) {
  const { language } = c.var;
  const t = inLanguage(unitsWords, language);
  const at = `/desk/enheder/${unit.id}`;
  return sendSettings(
    c,
    { title: unit.name, problems, labels: t },
    <>
      <Facts
        rows={[
          [t.closed, unit.closedAt === null ? '' : commonWords.yes[language]],
          [t.used, `${fill(t.circles, { n: unit.circles })}. ${fill(t.staff, { n: unit.staff })}.`],
        ]}
      />
      {unit.closedAt === null ? (
        <>
          <Section id="plads" heading={t.change}>
            <DeskForm c={c} action={at}>
              <Seen view={form} />
              <UnitFields {...{ c, form, problems }} parents={unit.parents} parentHint={t.moveHint} />
              <button type="submit" class="button button-primary">
                {commonWords.save[language]}
              </button>
            </DeskForm>
          </Section>
          <p>
            <a class="button button-secondary" href={`${at}/luk`}>
              {t.close}
            </a>
          </p>
        </>
      ) : (
        <Do c={c} action={`${at}/genaabn`}>
          {t.reopen}
        </Do>
      )}
    </>,
  );
}

/** One unit: name, place, closing. */
export const unitRoutes = new Hono<DeskEnv>();

unitRoutes.get('/enheder/:id', async (c) =>
  sendUnit(c, await showUnit(c.var.rt, c.var.staff, c.req.param('id'))),
);

unitRoutes.post('/enheder/:id', async (c) => {
  const { rt, staff, language } = c.var;
  const id = c.req.param('id');
  const form = { ...readUnit(c), seen: seenOf(c) };
  const outcome = await attempt(() => changeUnit(rt, staff, id, form));
  if ('value' in outcome) return c.redirect(`/desk/enheder/${id}?gemt=unit`, 303);
  const { code, detail = 'name' } = outcome.error;
  const typed = code === 'changed-meanwhile' ? undefined : form;
  return sendUnit(c, await showUnit(rt, staff, id), typed, { [detail]: fieldSentence(code, language) });
});

async function sendClose(c: DeskContext, id: string, to = '', problems: Problems = {}): Promise<Response> {
  const { rt, staff, language } = c.var;
  const unit = await showUnit(rt, staff, id);
  const t = inLanguage(unitsWords, language);
  const options = [['', t.choose] as const, ...unit.others.map(unitOption)];
  return sendSettings(
    c,
    { title: fill(t.closeTitle, { name: unit.name }), problems, labels: t },
    <>
      <p class="font-lead">{t.closeText}</p>
      <ul>
        <li>{fill(t.effectCircles, { n: unit.circles })}</li>
        {unit.referrals > 0 ? <li>{fill(t.effectReferrals, { n: unit.referrals })}</li> : null}
        {unit.gatherings > 0 ? <li>{fill(t.effectGatherings, { n: unit.gatherings })}</li> : null}
        <li>{fill(t.effectStaff, { n: unit.staff })}</li>
        {unit.openBelow > 0 ? <li>{fill(t.effectBelow, { n: unit.openBelow })}</li> : null}
      </ul>
      {unit.openBelow > 0 ? (
        <a href={`/desk/enheder/${id}`}>{commonWords.back[language]}</a>
      ) : (
        <DeskForm c={c} action={`/desk/enheder/${id}/luk`}>
          {unit.circles + unit.referrals + unit.gatherings > 0 ? (
            <Select name="to" label={t.to} hint={t.toHint} value={to} {...{ options, language }} />
          ) : null}
          <button type="submit" class="button button-warning">
            {t.close}
          </button>{' '}
          <a href={`/desk/enheder/${id}`}>{commonWords.cancel[language]}</a>
        </DeskForm>
      )}
    </>,
  );
}

unitRoutes.get('/enheder/:id/luk', (c) => sendClose(c, c.req.param('id')));

unitRoutes.post('/enheder/:id/luk', async (c) => {
  const { rt, staff, form, language } = c.var;
  const id = c.req.param('id');
  const to = form.get('to') ?? '';
  const outcome = await attempt(() => closeUnit(rt, staff, id, to));
  if ('value' in outcome) return c.redirect(`/desk/enheder/${id}?gemt=unitClosed`, 303);
  return sendClose(c, id, to, { to: fieldSentence(outcome.error.code, language) });
});

unitRoutes.post('/enheder/:id/genaabn', async (c) => {
  const id = c.req.param('id');
  await reopenUnit(c.var.rt, c.var.staff, id);
  return c.redirect(`/desk/enheder/${id}?gemt=unit`, 303);
});
