import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import { listOffers } from '../../../services/offers/list-offers.ts';
import { type ReferralView, showReferral } from '../../../services/referrals/list-referrals.ts';
import { listTargets } from '../../../services/referrals/list-targets.ts';
import {
  declineReferral,
  takeReferral,
  takeReferralFor,
} from '../../../services/referrals/settle-referral.ts';
import { checkRelative, type RelativeForm } from '../../../services/relatives/check-relative.ts';
import { listOwnUnits } from '../../../services/relatives/choose-circle.ts';
import { requireRight } from '../../../services/staff/staff.ts';
import { BackLink } from '../../pages/parts.tsx';
import { fill } from '../../words/fill.ts';
import { inLanguage } from '../../words/language.ts';
import type { DeskContext, DeskEnv } from '../frame/desk-env.ts';
import { sendDesk } from '../frame/frame.tsx';
import { Section } from '../frame/lists.tsx';
import { Badge, mayCare } from '../frame/parts.tsx';
import { attempt, fieldSentence, ProblemList, type Problems } from '../frame/problems.tsx';
import { numberSentence } from '../relatives/number-sentence.ts';
import { About, Decline, Known, Take } from './referral-parts.tsx';
import { referralWords } from './referral-words.ts';

const LONGEST_TILTALE = 20;

/** The form of a new relative as the referral fills it in; a tiltale is suggested from the first word of the name. */
const prefilled = (view: ReferralView): RelativeForm => ({
  name: view.name,
  tiltale: (view.name.trim().split(/[\s,]+/)[0] ?? '').slice(0, LONGEST_TILTALE),
  number: view.number,
  phone: 'auto',
  channel: 'sms',
  language: 'da',
  relation: view.relation,
  area: view.area,
  ageBand: 'ukendt',
  guardian: '',
  note: view.note ?? '',
  circle: '',
  unit: view.unitId,
  shared: '',
  consent: '',
});

const TYPED = [
  'name',
  'tiltale',
  'number',
  'relation',
  'area',
  'ageBand',
  'guardian',
  'circle',
  'unit',
  'shared',
  'consent',
] as const;

function readForm(view: ReferralView, fields: URLSearchParams): RelativeForm {
  const typed = Object.fromEntries(TYPED.map((name) => [name, fields.get(name) ?? '']));
  return { ...prefilled(view), ...typed };
}

const Targets: FC<{ c: DeskContext; targets: Awaited<ReturnType<typeof listTargets>> }> = (props) => {
  const t = inLanguage(referralWords, props.c.var.language);
  return (
    <Section id="maalgruppe" heading={t.targets} hint={t.targetsHint} empty={props.targets.length === 0}>
      {props.targets.map(({ title, target }) => (
        <details class="desk-path">
          <summary>
            <h3>{title}</h3>
          </summary>
          <p>{target}</p>
        </details>
      ))}
    </Section>
  );
};

/** What the page shows again after it refused something. */
type Again = { form?: RelativeForm; problems?: Problems; askShared?: boolean; chosen?: readonly string[] };

/** Offers of the relative's own area before those for all; more than this are found in the signpost itself. */
const MOST_OFFERS = 12;

async function sendReferral(c: DeskContext, view: ReferralView, again: Again = {}): Promise<Response> {
  const { rt, staff, language } = c.var;
  const t = inLanguage(referralWords, language);
  const [targets, found, units] = await Promise.all([
    listTargets(rt, staff),
    listOffers(rt, staff, { area: view.area }),
    listOwnUnits(rt, staff),
  ]);
  const offers = [...found]
    .sort((a, b) => Number(a.area === 'alle') - Number(b.area === 'alle'))
    .slice(0, MOST_OFFERS);
  const { problems = {} } = again;
  const title = fill(t.one, { name: view.name });
  const props = { c, view, problems };
  return sendDesk(
    c,
    { title, section: 'referrals', failed: Object.keys(problems).length > 0 },
    <div class="desk-narrow">
      <BackLink href="/desk/henvisninger">{t.back}</BackLink>
      <h1>{title}</h1>
      <ProblemList problems={problems} labels={t} language={language} />
      {view.status === 'waiting' ? null : (
        <p>
          <Badge tone="info">{view.status === 'taken' ? t.taken : t.declined}</Badge>
        </p>
      )}
      <About c={c} view={view} />
      {view.status === 'waiting' && mayCare(c) ? (
        <>
          <Known c={c} view={view} />
          <Targets c={c} targets={targets} />
          <Take
            {...props}
            form={again.form ?? prefilled(view)}
            units={units}
            askShared={again.askShared === true}
          />
          <Decline {...props} offers={offers} chosen={again.chosen ?? []} />
        </>
      ) : null}
    </div>,
  );
}

/** One referral: taken, or declined with what else was offered. */
export const referralRoutes = new Hono<DeskEnv>();

referralRoutes.get('/henvisninger/:id', async (c) =>
  sendReferral(c, await showReferral(c.var.rt, c.var.staff, c.req.param('id'))),
);

const taken = (c: DeskContext, relativeId: string): Response =>
  c.redirect(`/desk/paaroerende/${relativeId}?fra=new&gemt=referralTaken`, 303);

referralRoutes.post('/henvisninger/:id/tag', async (c) => {
  const { rt, staff, language } = c.var;
  requireRight(staff, 'care');
  const id = c.req.param('id');
  const view = await showReferral(rt, staff, id);
  const form = readForm(view, c.var.form);
  const problems: Problems = {};
  for (const { field, code } of checkRelative(form, rt.config.countries, c.var.organisation.people ?? {})) {
    problems[field] ??= numberSentence(code, rt.config.countries, language);
    if (code === 'cpr-typed') form[field] = '';
  }
  const askShared = form.shared === 'yes';
  if (Object.keys(problems).length > 0) return sendReferral(c, view, { form, problems, askShared });
  const outcome = await attempt(() => takeReferral(rt, staff, id, form));
  if ('value' in outcome) return taken(c, outcome.value.id);
  const { code, detail } = outcome.error;
  if (detail === undefined) throw outcome.error;
  return sendReferral(c, view, {
    form,
    problems: { [detail]: fieldSentence(code, language) },
    askShared: askShared || code === 'number-taken',
  });
});

referralRoutes.post('/henvisninger/:id/brug', async (c) => {
  const relativeId = c.var.form.get('paaroerende') ?? '';
  await takeReferralFor(c.var.rt, c.var.staff, c.req.param('id'), relativeId);
  return taken(c, relativeId);
});

referralRoutes.post('/henvisninger/:id/afslaa', async (c) => {
  const { rt, staff, language, form } = c.var;
  const id = c.req.param('id');
  const offers = form.getAll('tilbud');
  const outcome = await attempt(() =>
    declineReferral(rt, staff, id, { reason: form.get('reason') ?? '', offers }),
  );
  if ('value' in outcome) return c.redirect('/desk/henvisninger?gemt=referralDeclined', 303);
  const { code, detail } = outcome.error;
  if (detail === undefined) throw outcome.error;
  const problems = { [detail]: fieldSentence(code, language) };
  return sendReferral(c, await showReferral(rt, staff, id), { problems, chosen: offers });
});
