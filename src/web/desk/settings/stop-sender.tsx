import { Hono } from 'hono';
import { sendersOf, showSenders, stopSender } from '../../../services/settings/senders.ts';
import { fill } from '../../words/fill.ts';
import { inLanguage } from '../../words/language.ts';
import { commonWords } from '../frame/common-words.ts';
import type { DeskContext, DeskEnv } from '../frame/desk-env.ts';
import { DeskForm } from '../frame/parts.tsx';
import { attempt } from '../frame/problems.tsx';
import { senderCount } from './senders.tsx';
import { sendersWords } from './senders-words.ts';
import { sendSettings } from './settings.tsx';

const TITLES = { name: 'stopNameTitle', number: 'stopNumberTitle', alle: 'stopAllTitle' } as const;

const titleOf = (which: string): (typeof TITLES)[keyof typeof TITLES] =>
  which === 'name' || which === 'number' ? TITLES[which] : TITLES.alle;

/** What stopping would do, before it is done. */
async function sendEffect(c: DeskContext, which: string): Promise<Response> {
  const { rt, staff, language } = c.var;
  const { senders } = await showSenders(rt, staff);
  const stopping = sendersOf(which);
  const t = inLanguage(sendersWords, language);
  return sendSettings(
    c,
    { title: t[titleOf(which)] },
    <>
      <p class="font-lead">{t.effectLead}</p>
      <ul>
        {senders
          .filter(({ sender }) => stopping.includes(sender))
          .map(({ sender, counts }) => (
            <li>
              {fill(t.effectDue, {
                title: t[`${sender}Title`],
                due: senderCount(counts.due, language),
                later: senderCount(counts.later, language),
              })}
            </li>
          ))}
        {stopping.includes('number') ? <li>{t.effectAnswers}</li> : null}
        <li>{t.effectStop}</li>
        <li>{t.effectLate}</li>
        <li>{t.effectUndo}</li>
      </ul>
      <DeskForm c={c} action={`/desk/indstillinger/afsendere/${which}/stop`} class="desk-buttons">
        <button type="submit" class="button button-warning">
          {t.doStop}
        </button>
        <a href="/desk/indstillinger/afsendere">{commonWords.cancel[language]}</a>
      </DeskForm>
    </>,
  );
}

/** The page that shows the effect, and the press that stops. */
export const stopSenderRoutes = new Hono<DeskEnv>();

stopSenderRoutes.get('/indstillinger/afsendere/:id/stop', (c) => sendEffect(c, c.req.param('id')));

stopSenderRoutes.post('/indstillinger/afsendere/:id/stop', async (c) => {
  const outcome = await attempt(() => stopSender(c.var.rt, c.var.staff, c.req.param('id')));
  if ('error' in outcome && outcome.error.code !== 'already-done') throw outcome.error;
  return c.redirect('/desk/indstillinger/afsendere?gemt=senderStopped', 303);
});
