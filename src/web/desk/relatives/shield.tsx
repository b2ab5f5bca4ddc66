import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import { shieldRelative, showShield } from '../../../services/relatives/shield-relative.ts';
import { fill } from '../../words/fill.ts';
import { inLanguage } from '../../words/language.ts';
import { commonWords } from '../frame/common-words.ts';
import type { DeskContext, DeskEnv } from '../frame/desk-env.ts';
import { sendDesk } from '../frame/frame.tsx';
import { DeskForm } from '../frame/parts.tsx';
import { attempt, fieldSentence, ProblemList, type Problems } from '../frame/problems.tsx';
import { changeWords } from './change-words.ts';

type Shield = Awaited<ReturnType<typeof showShield>>;

/** Everybody who could see the record; whoever asks is always one of them. */
const Staff: FC<{ c: DeskContext; shield: Shield }> = ({ c, shield: { options, named } }) => {
  const { staff, language } = c.var;
  const t = inLanguage(changeWords, language);
  return (
    <fieldset>
      <legend class="h3">{t.shieldWho}</legend>
      {options.map(({ id, name }) => (
        <div class="form-group-checkbox">
          <input
            type="checkbox"
            class="form-checkbox"
            id={`s-${id}`}
            name="staff"
            value={id}
            checked={id === staff.id || named.includes(id)}
            disabled={id === staff.id}
          />
          <label for={`s-${id}`}>{id === staff.id ? fill(t.you, { name }) : name}</label>
        </div>
      ))}
    </fieldset>
  );
};

async function sendShield(c: DeskContext, id: string, problems: Problems): Promise<Response> {
  const { rt, staff, language } = c.var;
  const shield = await showShield(rt, staff, id);
  const t = inLanguage(changeWords, language);
  const title = fill(t.shieldTitle, { name: shield.name });
  return sendDesk(
    c,
    { title, section: 'relatives', failed: Object.keys(problems).length > 0 },
    <div class="desk-narrow">
      <h1>{title}</h1>
      <p class="font-lead">{t.shieldLead}</p>
      <p>{t.shieldMind}</p>
      <ProblemList problems={problems} labels={{}} language={language} />
      <DeskForm c={c} action={`/desk/paaroerende/${id}/skaerm`} id="skaerm">
        <input type="hidden" name="set" value={shield.seen} />
        <Staff c={c} shield={shield} />
        <div class="desk-buttons">
          <button type="submit" class="button button-primary" name="til" value="skaermet">
            {t.doShield}
          </button>
          <a href={`/desk/paaroerende/${id}`}>{commonWords.cancel[language]}</a>
        </div>
      </DeskForm>
      {shield.shielded ? (
        <DeskForm c={c} action={`/desk/paaroerende/${id}/skaerm`}>
          <input type="hidden" name="set" value={shield.seen} />
          <p>{t.unshieldHint}</p>
          <button type="submit" class="button button-secondary" name="til" value="ophaevet">
            {t.unshield}
          </button>
        </DeskForm>
      ) : null}
    </div>,
  );
}

/** Who sees a record: shielding says first what it takes from the others, and can be lifted again. */
export const shieldRoutes = new Hono<DeskEnv>();

shieldRoutes.get('/paaroerende/:id/skaerm', (c) => sendShield(c, c.req.param('id'), {}));

shieldRoutes.post('/paaroerende/:id/skaerm', async (c) => {
  const { rt, staff, form, language } = c.var;
  const id = c.req.param('id');
  const isLifted = form.get('til') === 'ophaevet';
  const named = isLifted ? null : form.getAll('staff');
  const outcome = await attempt(() => shieldRelative(rt, staff, id, named, form.get('set') ?? ''));
  if ('error' in outcome) return sendShield(c, id, { skaerm: fieldSentence(outcome.error.code, language) });
  return c.redirect(`/desk/paaroerende/${id}?fra=contact&gemt=${isLifted ? 'unshielded' : 'shielded'}`, 303);
});
