import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import { type Found, findRelatives } from '../../../services/relatives/find-relatives.ts';
import { mergeTwo, showMerge } from '../../../services/relatives/merge-relatives.ts';
import { showRelative } from '../../../services/relatives/show-relative.ts';
import { requireRight } from '../../../services/staff/staff.ts';
import { Alert } from '../../layout/alert.tsx';
import { Field, only } from '../../layout/form.tsx';
import { fill } from '../../words/fill.ts';
import { inLanguage } from '../../words/language.ts';
import { commonWords } from '../frame/common-words.ts';
import type { DeskContext, DeskEnv } from '../frame/desk-env.ts';
import { sendDesk } from '../frame/frame.tsx';
import { Item } from '../frame/lists.tsx';
import { DeskForm } from '../frame/parts.tsx';
import { attempt, sentenceOf } from '../frame/problems.tsx';
import { mergeWords } from './merge-words.ts';
import { Known } from './relative-about.tsx';
import { Marks } from './relative-marks.tsx';

type Merge = Awaited<ReturnType<typeof showMerge>>;

const COUNTED = [
  'journeys',
  'messages',
  'replies',
  'alerts',
  'contacts',
  'appointments',
  'consents',
] as const;

async function sendSearch(c: DeskContext, id: string, typed = '', found?: Found, error?: string) {
  const { rt, staff, language } = c.var;
  const { name } = await showRelative(rt, staff, id, 'contact');
  const t = inLanguage(mergeWords, language);
  const lines = found?.lines.filter((line) => line.id !== id);
  return sendDesk(
    c,
    { title: fill(t.title, { name }), section: 'relatives', failed: error !== undefined },
    <div class="desk-narrow">
      <h1>{fill(t.title, { name })}</h1>
      <p>{fill(t.lead, { name })}</p>
      <DeskForm c={c} action={`/desk/paaroerende/${id}/flet`} class="desk-search">
        <Field
          name="soeg"
          type="search"
          label={t.search}
          language={language}
          value={typed}
          maxlength={80}
          {...only({ error })}
        />
        <button type="submit" class="button button-primary">
          {t.find}
        </button>
      </DeskForm>
      {lines?.length === 0 ? <p>{t.nobody}</p> : null}
      <ul class="desk-list no-max-width">
        {(lines ?? []).map((line) => (
          <Item
            who={line.name}
            meta={<Marks c={c} line={line} />}
            action={
              <a class="button button-secondary" href={`/desk/paaroerende/${id}/flet/${line.id}`}>
                {t.compare}
                <span class="sr-only"> {line.name}</span>
              </a>
            }
          />
        ))}
      </ul>
      <p>
        <a href={`/desk/paaroerende/${id}`}>{commonWords.cancel[language]}</a>
      </p>
    </div>,
  );
}

/** What moves, and what does not. */
const Effect: FC<{ c: DeskContext; merge: Merge }> = ({ c, merge: { kept, merged, moves } }) => {
  const t = inLanguage(mergeWords, c.var.language);
  return (
    <div class="desk-columns">
      <div>
        <h2>{t.moves}</h2>
        {COUNTED.every((name) => moves[name] === 0) ? <p>{t.nothing}</p> : null}
        <ul>
          {COUNTED.filter((name) => moves[name] > 0).map((name) => (
            <li>{fill(t[name], { n: moves[name] })}</li>
          ))}
        </ul>
      </div>
      <div>
        <h2>{t.rest}</h2>
        <ul>
          <li>{t.facts}</li>
          <li>{fill(t.circle, { code: kept.circle.code, name: kept.name })}</li>
          {merged.pin.has ? <li>{fill(t.pin, { name: merged.name })}</li> : null}
        </ul>
      </div>
    </div>
  );
};

const Numbers: FC<{ c: DeskContext; merge: Merge }> = ({ c, merge: { kept, merged, askNumber } }) => {
  const t = inLanguage(mergeWords, c.var.language);
  if (!askNumber) return null;
  return (
    <fieldset class="form-group">
      <legend class="form-label">{t.number}</legend>
      <span class="form-hint">{t.numberHint}</span>
      {(
        [
          ['keep', kept],
          ['other', merged],
        ] as const
      ).map(([value, { number }]) => (
        <div class="form-group-radio">
          <input
            type="radio"
            class="form-radio"
            id={`n-${value}`}
            name="number"
            value={value}
            checked={value === 'keep'}
          />
          <label for={`n-${value}`}>{number?.text}</label>
        </div>
      ))}
    </fieldset>
  );
};

/** What stands in the way; nothing when they can be merged. */
function hindrances(c: DeskContext, { clashes, notesTooLong }: Merge): string[] {
  const t = inLanguage(mergeWords, c.var.language);
  return [...clashes.map((flow) => fill(t.clash, { flow })), ...(notesTooLong ? [t.notesTooLong] : [])];
}

async function sendCompare(c: DeskContext, id: string, otherId: string, error?: string): Promise<Response> {
  const { rt, staff, language } = c.var;
  const merge = await showMerge(rt, staff, id, otherId);
  const { kept, merged, seen } = merge;
  const t = inLanguage(mergeWords, language);
  const told = [...(error ? [error] : []), ...hindrances(c, merge)];
  const at = (keep: string, other: string): string => `/desk/paaroerende/${keep}/flet/${other}`;
  return sendDesk(
    c,
    { title: t.compareTitle, section: 'relatives', failed: error !== undefined },
    <>
      <h1>{t.compareTitle}</h1>
      {told.map((sentence) => (
        <Alert variant="warning" language={language}>
          {sentence}
        </Alert>
      ))}
      <div class="desk-columns">
        {(
          [
            [kept, t.keeps],
            [merged, t.goes],
          ] as const
        ).map(([view, words]) => (
          <section aria-labelledby={`p-${view.id}`}>
            <h2 id={`p-${view.id}`}>{fill(words, { name: view.name })}</h2>
            <Known c={c} view={view} still />
          </section>
        ))}
      </div>
      <p>
        <a href={at(otherId, id)}>{t.swap}</a>
      </p>
      <Effect c={c} merge={merge} />
      {hindrances(c, merge).length > 0 ? null : (
        <DeskForm c={c} action={at(id, otherId)}>
          <input type="hidden" name="seen" value={seen} />
          <Numbers c={c} merge={merge} />
          <p>
            <strong>{t.forever}</strong>
          </p>
          <button type="submit" class="button button-warning">
            {t.merge}
          </button>
        </DeskForm>
      )}
      <p>
        <a href={`/desk/paaroerende/${id}`}>{commonWords.cancel[language]}</a>
      </p>
    </>,
  );
}

/** Merging two records of one person: found, compared, and then done for good. */
export const mergeRoutes = new Hono<DeskEnv>();

mergeRoutes.get('/paaroerende/:id/flet', (c) => {
  requireRight(c.var.staff, 'care');
  return sendSearch(c, c.req.param('id'));
});

mergeRoutes.post('/paaroerende/:id/flet', async (c) => {
  const { rt, staff, form, language } = c.var;
  requireRight(staff, 'care');
  const [id, typed] = [c.req.param('id'), form.get('soeg') ?? ''];
  const outcome = await attempt(() => findRelatives(rt, staff, typed));
  if ('value' in outcome) return sendSearch(c, id, typed, outcome.value);
  const { code } = outcome.error;
  return sendSearch(c, id, code === 'cpr-typed' ? '' : typed, undefined, sentenceOf(code, '', language));
});

mergeRoutes.get('/paaroerende/:id/flet/:other', (c) =>
  sendCompare(c, c.req.param('id'), c.req.param('other')),
);

mergeRoutes.post('/paaroerende/:id/flet/:other', async (c) => {
  const { rt, staff, form, language } = c.var;
  const [id, other] = [c.req.param('id'), c.req.param('other')];
  const number = form.get('number') === 'other' ? 'other' : 'keep';
  const outcome = await attempt(() =>
    mergeTwo(rt, staff, id, other, { number, seen: form.get('seen') ?? '' }),
  );
  if ('value' in outcome) return c.redirect(`/desk/paaroerende/${id}?fra=contact&gemt=merged`, 303);
  return sendCompare(c, id, other, sentenceOf(outcome.error.code, '', language));
});
