import { Hono } from 'hono';
import { changeSettings } from '../../../services/settings/change-settings.ts';
import { showSettings } from '../../../services/settings/show-settings.ts';
import { Check } from '../../layout/choose.tsx';
import { only } from '../../layout/form.tsx';
import { inLanguage } from '../../words/language.ts';
import { commonWords } from '../frame/common-words.ts';
import type { DeskContext, DeskEnv } from '../frame/desk-env.ts';
import { DeskForm } from '../frame/parts.tsx';
import { attempt, fieldSentence, type Problems } from '../frame/problems.tsx';
import { Seen, seenOf } from '../frame/seen.tsx';
import { groupMessagesWords } from './group-messages-words.ts';
import { sendSettings } from './settings.tsx';

const PATH = '/desk/indstillinger/gruppebeskeder';

function sendForm(c: DeskContext, seen: number, asks: boolean, problems: Problems = {}): Promise<Response> {
  const { language } = c.var;
  const t = inLanguage(groupMessagesWords, language);
  return sendSettings(
    c,
    { title: t.title, problems, labels: { groupConsent: t.asks } },
    <DeskForm c={c} action={PATH}>
      <Seen view={{ seen }} />
      <p>{t.effect}</p>
      <p>{t.advice}</p>
      <Check name="groupConsent" label={t.asks} checked={asks} {...only({ error: problems.groupConsent })} />
      <button type="submit" class="button button-primary">
        {commonWords.save[language]}
      </button>
    </DeskForm>,
  );
}

/** Whether group messages ask for a noted consent. */
export const groupMessagesRoutes = new Hono<DeskEnv>();

groupMessagesRoutes.get('/indstillinger/gruppebeskeder', async (c) => {
  const { organisation, seen } = await showSettings(c.var.rt, c.var.staff);
  return sendForm(c, seen, organisation.groupConsent);
});

groupMessagesRoutes.post('/indstillinger/gruppebeskeder', async (c) => {
  const { rt, staff, form, language } = c.var;
  const groupConsent = form.get('groupConsent') === 'yes';
  const change = { seen: seenOf(c), change: { groupConsent } };
  const outcome = await attempt(() => changeSettings(rt, staff, change));
  if ('value' in outcome) return c.redirect(`${PATH}?gemt=settings`, 303);
  const { seen } = await showSettings(rt, staff);
  return sendForm(c, seen, groupConsent, {
    groupConsent: fieldSentence(outcome.error.code, language),
  });
});
