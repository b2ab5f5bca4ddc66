import { Hono } from 'hono';
import type { Child } from 'hono/jsx';
import { showSettings } from '../../../services/settings/show-settings.ts';
import { inLanguage } from '../../words/language.ts';
import type { DeskContext, DeskEnv } from '../frame/desk-env.ts';
import { sendDesk } from '../frame/frame.tsx';
import { type NarrowPage, sendNarrow } from '../frame/send-narrow.tsx';
import { keysWords } from '../keys/keys-words.ts';
import { unitsWords } from '../staff/units-words.ts';
import { usersWords } from '../staff/users-words.ts';
import { dayLimitWords } from './day-limit-words.ts';
import { groupMessagesWords } from './group-messages-words.ts';
import { sendersWords } from './senders-words.ts';
import { settingsWords } from './settings-words.ts';

const PLACES = [
  ['kommunen', 'organisation', 'organisationHint'],
  ['tider', 'hours', 'hoursHint'],
  ['tekster', 'texts', 'textsHint'],
  ['samtykke', 'consent', 'consentHint'],
  ['lister', 'lists', 'listsHint'],
  ['opbevaring', 'keeping', 'keepingHint'],
] as const;

/** A page of settings with the way back to all of them, and everything that is wrong with its form. */
export const sendSettings = (c: DeskContext, page: NarrowPage, children: Child): Promise<Response> =>
  sendNarrow(
    c,
    {
      ...page,
      section: 'settings',
      back: { href: '/desk/indstillinger', text: settingsWords.back[c.var.language] },
    },
    children,
  );

/** Where settings are found, each with what it is about. */
export const settingsRoutes = new Hono<DeskEnv>();

settingsRoutes.get('/indstillinger', async (c) => {
  const { rt, staff, language } = c.var;
  await showSettings(rt, staff);
  const t = inLanguage(settingsWords, language);
  return sendDesk(
    c,
    { title: t.title, section: 'settings' },
    <div class="desk-narrow">
      <h1>{t.title}</h1>
      <p>{t.lead}</p>
      <ul class="desk-list no-max-width">
        {PLACES.map(([path, word, hint]) => (
          <li class="desk-item">
            <div class="desk-item-body">
              <p class="desk-who">
                <a href={`/desk/indstillinger/${path}`}>{t[word]}</a>
              </p>
              <p>{t[hint]}</p>
            </div>
          </li>
        ))}
        {(
          [
            ['/desk/indstillinger/graense', dayLimitWords],
            ['/desk/indstillinger/gruppebeskeder', groupMessagesWords],
            ['/desk/indstillinger/afsendere', { title: sendersWords.title, lead: sendersWords.hint }],
            ['/desk/brugere', usersWords],
            ['/desk/enheder', unitsWords],
          ] as const
        ).map(([href, words]) => (
          <li class="desk-item">
            <div class="desk-item-body">
              <p class="desk-who">
                <a href={href}>{words.title[language]}</a>
              </p>
              <p>{words.lead[language]}</p>
            </div>
          </li>
        ))}
        <li class="desk-item">
          <div class="desk-item-body">
            <p class="desk-who">
              <a href="/desk/log">{t.log}</a>
            </p>
            <p>{t.logHint}</p>
          </div>
        </li>
        <li class="desk-item">
          <div class="desk-item-body">
            <p class="desk-who">
              <a href="/desk/noegler">{keysWords.title[language]}</a>
            </p>
            <p>{keysWords.hint[language]}</p>
          </div>
        </li>
      </ul>
    </div>,
  );
});
