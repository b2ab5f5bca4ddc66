// The frame of every desk page: menu with what waits, who is logged in, the demo's clock, and what was just done.
import type { Child, FC } from 'hono/jsx';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { IDLE_MS } from '../../../services/staff/login-staff.ts';
import { mayStaff, type Right, type Staff } from '../../../services/staff/staff.ts';
import { countDesk, type Waiting } from '../../../services/waiting/list-overview.ts';
import { Alert } from '../../layout/alert.tsx';
import { CsrfField } from '../../layout/form.tsx';
import { type NavItem, Page } from '../../layout/page.tsx';
import { sendPage } from '../../layout/send-page.ts';
import { fill } from '../../words/fill.ts';
import { inLanguage, type Language } from '../../words/language.ts';
import { showInstant } from '../../words/when.ts';
import { ClockBar } from './clock-bar.tsx';
import { commonWords, roleWords } from './common-words.ts';
import type { DeskContext } from './desk-env.ts';
import { deskLanguages } from './desk-languages.ts';
import { FrameSearch } from './frame-search.tsx';
import { LiveCounts } from './live.tsx';
import { Do } from './parts.tsx';
import { type Saved, savedWords, undoWords } from './saved-words.ts';

export type Section =
  | 'overview'
  | 'relatives'
  | 'inbox'
  | 'tasks'
  | 'alerts'
  | 'flows'
  | 'operations'
  | 'settings'
  | 'referrals'
  | 'offers'
  | 'events'
  | 'groups'
  | 'broadcasts'
  | 'appointments'
  | 'counselling'
  | 'sendings';

const HREFS: Record<Section, string> = {
  overview: '/desk',
  inbox: '/desk/indbakke',
  alerts: '/desk/varsler',
  tasks: '/desk/opgaver',
  referrals: '/desk/henvisninger',
  relatives: '/desk/paaroerende',
  appointments: '/desk/aftaler',
  counselling: '/desk/raadgivning',
  offers: '/desk/vejviser',
  events: '/desk/arrangementer',
  groups: '/desk/grupper',
  broadcasts: '/desk/gruppebeskeder',
  sendings: '/desk/udsendelser',
  flows: '/desk/forloeb',
  operations: '/desk/drift',
  settings: '/desk/indstillinger',
};

/** Sections that not everybody has. */
const NEEDED: Partial<Record<Section, Right>> = {
  sendings: 'coordinate',
  operations: 'operate',
  settings: 'administer',
};

/** Sections that are not needed every day: a group of their own, so that the rest fits on one line. */
const RARE: ReadonlySet<Section> = new Set([
  'counselling',
  'offers',
  'events',
  'groups',
  'broadcasts',
  'sendings',
  'flows',
  'operations',
  'settings',
]);

function menu(language: Language, staff: Staff, waiting: Waiting, current: Section | 'own'): NavItem[] {
  const counts: Partial<Record<Section, number>> = {
    inbox: waiting.replies,
    alerts: waiting.alerts,
    tasks: waiting.tasks,
    referrals: waiting.referrals,
  };
  const sections = (Object.keys(HREFS) as Section[]).filter((section) => {
    const right = NEEDED[section];
    return right === undefined || mayStaff(staff, right);
  });
  return sections.map((section) => ({
    href: HREFS[section],
    text: commonWords[section][language],
    current: section === current,
    rare: RARE.has(section),
    ...(counts[section] === undefined ? {} : { count: counts[section], countId: `antal-${section}` }),
  }));
}

const User: FC<{ c: DeskContext }> = ({ c }) => {
  const { staff, language, csrf } = c.var;
  return (
    <form method="post" action="/desk/logout" class="desk-user">
      <span>
        <a href="/desk/mig">{staff.name}</a>, {roleWords[staff.role][language].toLowerCase()}
      </span>
      <CsrfField token={csrf} />
      <button type="submit" class="button button-secondary">
        {commonWords.logOut[language]}
      </button>
    </form>
  );
};

const isSaved = (key: string | undefined): key is Saved =>
  key !== undefined && Object.hasOwn(savedWords, key);

/** What can be undone at once, and where: the address tells of which one by its id. */
const UNDO: Partial<Record<Saved, (id: string) => string>> = {
  alert: (id) => `/desk/varsler/${id}/aabn`,
};

/** What was just done, as the address tells it, with the way back where there is one. */
const Told: FC<{ c: DeskContext }> = ({ c }) => {
  const { language, rt } = c.var;
  const saved = c.req.query('gemt');
  if (!isSaved(saved)) return null;
  const id = c.req.query('fortryd');
  const at = /^\d{1,15}$/.exec(c.req.query('naar') ?? '')?.[0];
  const when = at === undefined ? '' : showInstant(Number(at), rt.now(), language);
  const undo = id && /^[\w-][\w.-]*$/.test(id) ? UNDO[saved]?.(id) : undefined;
  return (
    <Alert variant="success" language={language}>
      {fill(savedWords[saved][language], { when })}
      {undo ? (
        <Do c={c} action={undo} variant="tertiary">
          {undoWords[language]}
        </Do>
      ) : null}
    </Alert>
  );
};

/** Answers with a page of the desk; `failed` marks it as one that refused what was sent. */
export async function sendDesk(
  c: DeskContext,
  page: {
    title: string;
    /** `own`: one's own pages, which the menu has no place for. */
    section: Section | 'own';
    failed?: boolean;
    status?: ContentfulStatusCode;
    /** The page has a search for relatives of its own. */
    ownSearch?: boolean;
  },
  children: Child,
): Promise<Response> {
  const { language, organisation, rt, staff } = c.var;
  const t = inLanguage(commonWords, language);
  const waiting = await countDesk(rt, staff);
  const title = page.failed ? fill(t.problemTitle, { title: page.title }) : page.title;
  return sendPage(
    c,
    <Page
      {...{ title, language, organisation }}
      kind="staff"
      nav={menu(language, staff, waiting, page.section)}
      user={<User c={c} />}
      {...(page.ownSearch ? {} : { search: <FrameSearch c={c} /> })}
      languages={deskLanguages(c)}
      endsInMs={IDLE_MS}
      failed={page.failed ?? false}
    >
      <ClockBar c={c} />
      {page.failed ? null : <Told c={c} />}
      {children}
      <LiveCounts waiting={waiting} language={language} />
    </Page>,
    page.status ?? (page.failed ? 422 : 200),
  );
}
