import type { FC } from 'hono/jsx';
import { formatDate, formatTime } from '../../journey/time/format.ts';
import type { OwnEvent } from '../../services/pages/own-events.ts';
import type { WebContext } from '../env.ts';
import { inLanguage } from '../words/language.ts';
import { CallUs, PostForm, Send } from './parts.tsx';

const words = {
  title: { da: 'Arrangementer, du er tilmeldt', en: 'Events you are signed up for' },
  at: { da: 'kl.', en: 'at' },
  waiting: { da: 'Du står på venteliste.', en: 'You are on the waiting list.' },
  off: { da: 'Meld fra', en: 'Sign off' },
  locked: {
    da: 'Det er snart. Kan du ikke komme, så ring til os på',
    en: 'It is soon. If you cannot come, call us on',
  },
} as const;

/** What the relative is signed up for, each with a way out while there is one here. */
export const OwnEvents: FC<{ c: WebContext; events: readonly OwnEvent[] }> = ({ c, events }) => {
  const { language } = c.var;
  const t = inLanguage(words, language);
  if (events.length === 0) return null;
  return (
    <section aria-labelledby="arrangementer">
      <h2 id="arrangementer">{t.title}</h2>
      <ul class="unstyled-list">
        {events.map(({ id, title, startsAt, place, isWaiting, isLocked }) => (
          <li class="limen-event">
            <h3 lang="da">{title}</h3>
            <p>
              {formatDate(startsAt, language)} {t.at} {formatTime(startsAt, language)}
            </p>
            {place ? <p lang="da">{place}</p> : null}
            {isWaiting ? <p>{t.waiting}</p> : null}
            {isLocked ? (
              <CallUs c={c}>{t.locked}</CallUs>
            ) : (
              <PostForm action="/mit/arrangement" csrf={c.var.csrf} class="d-print-none">
                <input type="hidden" name="arrangement" value={id} />
                <Send variant="secondary">
                  {t.off}
                  <span class="sr-only"> {title}</span>
                </Send>
              </PostForm>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
};
