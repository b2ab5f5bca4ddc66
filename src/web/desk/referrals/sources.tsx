import { Hono } from 'hono';
import { raw } from 'hono/html';
import type { FC } from 'hono/jsx';
import { renderSVG } from 'uqr';
import type { Unit } from '../../../services/organisation.ts';
import { addSource, closeSource, renameSource } from '../../../services/referrals/keep-source.ts';
import { listSources, type SourceLine, showSource } from '../../../services/referrals/list-sources.ts';
import { listOwnUnits } from '../../../services/relatives/choose-circle.ts';
import { mayStaff } from '../../../services/staff/staff.ts';
import { Select } from '../../layout/choose.tsx';
import { Field, only } from '../../layout/form.tsx';
import { BackLink } from '../../pages/parts.tsx';
import { fill } from '../../words/fill.ts';
import { inLanguage } from '../../words/language.ts';
import type { DeskContext, DeskEnv } from '../frame/desk-env.ts';
import { sendDesk } from '../frame/frame.tsx';
import { Item, Section } from '../frame/lists.tsx';
import { Badge, DeskForm, Do, Facts } from '../frame/parts.tsx';
import { attempt, fieldSentence, ProblemList, type Problems } from '../frame/problems.tsx';
import { Seen, seenOf } from '../frame/seen.tsx';
import { referralWords, sourceWords } from './referral-words.ts';

const mayKeep = (c: DeskContext): boolean => mayStaff(c.var.staff, 'coordinate');

const Line: FC<{ c: DeskContext; source: SourceLine }> = ({ c, source }) => {
  const t = inLanguage(sourceWords, c.var.language);
  return (
    <Item
      who={<a href={`/desk/kilder/${source.id}`}>{source.title}</a>}
      meta={
        <>
          <span>{source.unitName}</span>
          <span>
            {fill(t.sums, { opened: source.opened, referred: source.referred, taken: source.taken })}
          </span>
          {source.closedAt === null ? null : <Badge tone="warning">{t.closed}</Badge>}
        </>
      }
    />
  );
};

type NewSource = { title: string; unit: string };

const Add: FC<{ c: DeskContext; form: NewSource; units: readonly Unit[]; problems: Problems }> = (props) => {
  const { c, form, units, problems } = props;
  const { language } = c.var;
  const t = inLanguage(sourceWords, language);
  return mayKeep(c) ? (
    <Section id="ny" heading={t.add}>
      <DeskForm c={c} action="/desk/kilder">
        <Field
          name="title"
          label={t.name}
          hint={t.nameHint}
          language={language}
          value={form.title}
          maxlength={80}
          {...only({ error: problems.title })}
        />
        <Select
          name="unit"
          label={t.unit}
          language={language}
          value={form.unit}
          options={units.map(({ id, name }) => [id, name] as const)}
          {...only({ error: problems.unit })}
        />
        <button type="submit" class="button button-primary">
          {t.make}
        </button>
      </DeskForm>
    </Section>
  ) : null;
};

async function sendSources(c: DeskContext, form: NewSource, problems: Problems): Promise<Response> {
  const { rt, staff, language } = c.var;
  const t = inLanguage(sourceWords, language);
  const [sources, units] = await Promise.all([listSources(rt, staff), listOwnUnits(rt, staff)]);
  return sendDesk(
    c,
    { title: t.title, section: 'referrals', failed: Object.keys(problems).length > 0 },
    <>
      <BackLink href="/desk/henvisninger">{referralWords.title[language]}</BackLink>
      <h1>{t.title}</h1>
      <ProblemList problems={problems} labels={{ title: t.name, unit: t.unit }} language={language} />
      <p>{sources.length === 0 ? t.empty : t.lead}</p>
      <ul class="desk-list no-max-width">
        {sources.map((source) => (
          <Line c={c} source={source} />
        ))}
      </ul>
      <Add c={c} form={form} problems={problems} units={units} />
    </>,
  );
}

/** What hangs on the wall: the question, the QR code, the address, the telephone; always in Danish. */
const Poster: FC<{ c: DeskContext; source: SourceLine }> = ({ c, source }) => {
  const { organisation, language } = c.var;
  const t = inLanguage(sourceWords, 'da');
  const address = source.address.replace(/^https?:\/\//, '');
  return (
    <article class="desk-letter desk-poster" lang="da">
      <h2>{t.posterTitle}</h2>
      <p>{t.posterText}</p>
      <p>{t.posterHow}</p>
      <div class="desk-qr" role="img" aria-label={fill(sourceWords.qr[language], { address })}>
        {raw(renderSVG(source.address, { border: 2, ecc: 'M' }))}
      </div>
      <p class="desk-poster-address">{address}</p>
      <p>{fill(t.posterCall, { telefon: organisation.telefon, hours: organisation.aabningstid })}</p>
      <p>{organisation.authority}</p>
    </article>
  );
};

type SourceName = { title: string; seen: number };

const Keep: FC<{ c: DeskContext; source: SourceLine; form: SourceName; problems: Problems }> = (props) => {
  const { c, source, form, problems } = props;
  const { language } = c.var;
  const t = inLanguage(sourceWords, language);
  const at = `/desk/kilder/${source.id}`;
  if (!mayKeep(c)) return null;
  return (
    <div class="d-print-none">
      <Section id="navn" heading={t.rename}>
        <DeskForm c={c} action={at}>
          <Seen view={form} />
          <Field
            name="title"
            label={t.name}
            language={language}
            value={form.title}
            maxlength={80}
            {...only({ error: problems.title })}
          />
          <button type="submit" class="button button-secondary">
            {t.rename}
          </button>
        </DeskForm>
      </Section>
      <Section id="luk" heading={source.closedAt === null ? t.close : t.reopen}>
        {source.closedAt === null ? <p>{t.closeHint}</p> : null}
        <Do c={c} action={`${at}/${source.closedAt === null ? 'luk' : 'aabn'}`}>
          {source.closedAt === null ? t.close : t.reopen}
        </Do>
      </Section>
    </div>
  );
};

async function sendSource(
  c: DeskContext,
  source: SourceLine,
  form: SourceName = { title: source.title, seen: source.changedAt },
  problems: Problems = {},
): Promise<Response> {
  const { language } = c.var;
  const t = inLanguage(sourceWords, language);
  const title = fill(t.one, { title: source.title });
  return sendDesk(
    c,
    { title, section: 'referrals', failed: Object.keys(problems).length > 0 },
    <div class="desk-narrow">
      <BackLink href="/desk/kilder">{t.back}</BackLink>
      <h1 class="d-print-none">{title}</h1>
      <ProblemList problems={problems} labels={{ title: t.name }} language={language} />
      <div class="d-print-none">
        <Facts
          rows={[
            [t.unit, source.unitName],
            [t.address, source.address],
            [t.opened, String(source.opened)],
            [t.referred, String(source.referred)],
            [t.waiting, String(source.waiting)],
            [t.taken, String(source.taken)],
            [t.declined, String(source.declined)],
            [t.closed, source.closedAt === null ? null : '✓'],
          ]}
        />
      </div>
      {source.closedAt === null ? (
        <>
          <h2 class="d-print-none">{t.poster}</h2>
          <p class="d-print-none">
            {t.print} <a href={`/desk/kilder/${source.id}/qr.svg`}>{t.download}</a>
          </p>
          <Poster c={c} source={source} />
        </>
      ) : null}
      <Keep c={c} source={source} form={form} problems={problems} />
    </div>,
  );
}

/** Where referrals come from: short addresses with a QR code each, counted. */
export const sourceRoutes = new Hono<DeskEnv>();

sourceRoutes.get('/kilder', (c) => sendSources(c, { title: '', unit: '' }, {}));

sourceRoutes.post('/kilder', async (c) => {
  const { rt, staff, language, form: fields } = c.var;
  const form = { title: fields.get('title') ?? '', unit: fields.get('unit') ?? '' };
  const outcome = await attempt(() => addSource(rt, staff, form));
  if ('value' in outcome) return c.redirect(`/desk/kilder/${outcome.value.id}?gemt=source`, 303);
  const { code, detail = 'title' } = outcome.error;
  const kept = code === 'cpr-typed' ? { ...form, title: '' } : form;
  return sendSources(c, kept, { [detail]: fieldSentence(code, language) });
});

sourceRoutes.get('/kilder/:id', async (c) =>
  sendSource(c, await showSource(c.var.rt, c.var.staff, c.req.param('id'))),
);

sourceRoutes.get('/kilder/:id/qr.svg', async (c) => {
  const source = await showSource(c.var.rt, c.var.staff, c.req.param('id'));
  return c.body(renderSVG(source.address, { border: 2, ecc: 'M' }), 200, {
    'Content-Type': 'image/svg+xml',
    'Content-Disposition': `attachment; filename="qr-${source.code}.svg"`,
  });
});

sourceRoutes.post('/kilder/:id', async (c) => {
  const { rt, staff, language, form } = c.var;
  const id = c.req.param('id');
  const name = { title: form.get('title') ?? '', seen: seenOf(c) };
  const outcome = await attempt(() => renameSource(rt, staff, id, name));
  if ('value' in outcome) return c.redirect(`/desk/kilder/${id}?gemt=source`, 303);
  const { code } = outcome.error;
  const problems = { title: fieldSentence(code, language) };
  const kept = code === 'cpr-typed' ? { ...name, title: '' } : name;
  const typed = code === 'changed-meanwhile' ? undefined : kept;
  return sendSource(c, await showSource(rt, staff, id), typed, problems);
});

sourceRoutes.post('/kilder/:id/luk', async (c) => {
  const id = c.req.param('id');
  await closeSource(c.var.rt, c.var.staff, id, true);
  return c.redirect(`/desk/kilder/${id}?gemt=sourceClosed`, 303);
});

sourceRoutes.post('/kilder/:id/aabn', async (c) => {
  const id = c.req.param('id');
  await closeSource(c.var.rt, c.var.staff, id, false);
  return c.redirect(`/desk/kilder/${id}?gemt=sourceOpened`, 303);
});
