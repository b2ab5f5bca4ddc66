import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import {
  closeNumberByStaff,
  type NumberClosing,
  showNumberClosing,
} from '../../../services/relatives/close-number-by-staff.ts';
import { fill } from '../../words/fill.ts';
import { inLanguage } from '../../words/language.ts';
import { commonWords } from '../frame/common-words.ts';
import type { DeskContext, DeskEnv } from '../frame/desk-env.ts';
import { sendDesk } from '../frame/frame.tsx';
import { DeskForm, mayCare } from '../frame/parts.tsx';
import { closeNumberWords } from './close-number-words.ts';
import type { RelativeProps } from './relative-parts.tsx';

const WAYS = {
  stop: {
    as: 'stopped',
    title: 'stoppedTitle',
    text: 'stoppedText',
    next: 'stoppedNext',
    button: 'doStopped',
  },
  forkert: { as: 'wrong', title: 'wrongTitle', text: 'wrongText', next: 'wrongNext', button: 'doWrong' },
} as const satisfies Record<string, { as: NumberClosing } & Record<string, keyof typeof closeNumberWords>>;

type Way = keyof typeof WAYS;

/** The ways to close a number, while it is open; each asks once more and shows what it does. */
export const NumberWays: FC<RelativeProps> = ({ c, view: { id, number } }) => {
  const t = inLanguage(closeNumberWords, c.var.language);
  if (!number || !mayCare(c)) return null;
  const open = { stop: number.stoppedAt === null, forkert: number.wrongAt === null };
  return (
    <div class="desk-buttons d-print-none">
      {(Object.keys(WAYS) as Way[])
        .filter((way) => open[way])
        .map((way) => (
          <a class="button button-secondary" href={`/desk/paaroerende/${id}/${way}`}>
            {t[WAYS[way].as]}
          </a>
        ))}
    </div>
  );
};

/** Asks once more and shows the effect first: what ends, for whom, and what happens next. */
async function sendConfirm(c: DeskContext, id: string, way: Way): Promise<Response> {
  const { rt, staff, language } = c.var;
  const { as, title, text, next, button } = WAYS[way];
  const { number, people, effect } = await showNumberClosing(rt, staff, id, as);
  const t = inLanguage(closeNumberWords, language);
  const heading = fill(t[title], { number });
  return sendDesk(
    c,
    { title: heading, section: 'relatives' },
    <div class="desk-narrow">
      <h1>{heading}</h1>
      <p class="font-lead">{t[text]}</p>
      <ul>
        <li>{fill(t.ends, { n: effect.journeys })}</li>
        <li>{fill(t.takesBack, { n: effect.messages })}</li>
      </ul>
      <h2>{t.touches}</h2>
      <ul>
        {people.map((person) => (
          <li>{person.name}</li>
        ))}
      </ul>
      <h2>{t.next}</h2>
      <p>{t[next]}</p>
      <DeskForm c={c} action={`/desk/paaroerende/${id}/${way}`} class="desk-buttons">
        <button type="submit" class="button button-warning">
          {t[button]}
        </button>
        <a href={`/desk/paaroerende/${id}`}>{commonWords.cancel[language]}</a>
      </DeskForm>
    </div>,
  );
}

/** STOP and wrong number as they are said on the telephone. */
export const closeNumberRoutes = new Hono<DeskEnv>();

for (const way of Object.keys(WAYS) as Way[]) {
  closeNumberRoutes.get(`/paaroerende/:id/${way}`, (c) => sendConfirm(c, c.req.param('id'), way));
  closeNumberRoutes.post(`/paaroerende/:id/${way}`, async (c) => {
    const id = c.req.param('id');
    await closeNumberByStaff(c.var.rt, c.var.staff, id, WAYS[way].as);
    return c.redirect(`/desk/paaroerende/${id}?gemt=${WAYS[way].as}`, 303);
  });
}
