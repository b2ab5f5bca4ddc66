import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import { type Letter, postLetters, showLetter, showLetters } from '../../../services/waiting/show-letter.ts';
import { BackLink } from '../../pages/parts.tsx';
import { fill } from '../../words/fill.ts';
import { inLanguage } from '../../words/language.ts';
import { showDay } from '../../words/when.ts';
import type { DeskContext, DeskEnv } from '../frame/desk-env.ts';
import { sendDesk } from '../frame/frame.tsx';
import { DeskForm } from '../frame/parts.tsx';
import { taskWords } from '../inbox/inbox-words.ts';

/** One letter on a sheet of its own. */
const Sheet: FC<{ c: DeskContext; letter: Letter }> = ({ c, letter }) => {
  const { rt, organisation } = c.var;
  return (
    <article class="desk-letter" lang={letter.language} dir="auto">
      <p>{organisation.authority}</p>
      <p>{showDay(rt.now(), letter.language)}</p>
      <p class="desk-sms">{letter.text}</p>
      <p>
        {organisation.telefon}, {organisation.aabningstid}
      </p>
    </article>
  );
};

/** Letters to print: one, or all of today. */
export const letterRoutes = new Hono<DeskEnv>();

letterRoutes.get('/opgaver/breve', async (c) => {
  const { rt, staff, language } = c.var;
  const t = inLanguage(taskWords, language);
  const mine = c.req.query('mine') === 'ja';
  const letters = await showLetters(rt, staff, { mine });
  const posted = letters.filter(({ asks }) => !asks);
  return sendDesk(
    c,
    { title: t.lettersTitle, section: 'tasks' },
    <div class="desk-narrow">
      <BackLink href={`/desk/opgaver${mine ? '?mine=ja' : ''}`}>{t.back}</BackLink>
      <h1 class="d-print-none">{t.lettersTitle}</h1>
      <p class="d-print-none">{letters.length === 0 ? t.lettersNone : t.lettersHint}</p>
      {letters.map((letter) => (
        <>
          <h2 class="d-print-none">{fill(t.letterTitle, { name: letter.name ?? '' })}</h2>
          <Sheet c={c} letter={letter} />
        </>
      ))}
      {posted.length < letters.length ? <p class="d-print-none">{t.lettersAsk}</p> : null}
      {posted.length > 0 ? (
        <div class="d-print-none">
          <DeskForm c={c} action="/desk/opgaver/breve">
            {posted.map(({ id }) => (
              <input type="hidden" name="brev" value={id} />
            ))}
            <button type="submit" class="button button-primary">
              {t.lettersPosted}
            </button>
          </DeskForm>
        </div>
      ) : null}
    </div>,
  );
});

letterRoutes.post('/opgaver/breve', async (c) => {
  await postLetters(c.var.rt, c.var.staff, c.var.form.getAll('brev'));
  return c.redirect('/desk/opgaver?gemt=posted', 303);
});

letterRoutes.get('/opgaver/:id/brev', async (c) => {
  const { rt, staff, language } = c.var;
  const letter = await showLetter(rt, staff, c.req.param('id'));
  const t = inLanguage(taskWords, language);
  const title = fill(t.letterTitle, { name: letter.name ?? '' });
  return sendDesk(
    c,
    { title, section: 'tasks' },
    <div class="desk-narrow">
      <BackLink href="/desk/opgaver">{t.back}</BackLink>
      <h1 class="d-print-none">{title}</h1>
      <p class="d-print-none">{t.letterHint}</p>
      <p class="d-print-none">{letter.asks ? t.letterAsks : t.letterNext}</p>
      <Sheet c={c} letter={letter} />
    </div>,
  );
});
