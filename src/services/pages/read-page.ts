import { beginOf } from '../../journey/engine/attend.ts';
import { openFields } from '../../journey/engine/fields.ts';
import type { Invite } from '../../journey/flow/flow.ts';
import type { Fields } from '../../journey/text/fields.ts';
import { renderPage, renderText } from '../../journey/text/render.ts';
import { findRelativeDetails } from '../../store/people/relative-details.ts';
import { findStaffRow } from '../../store/people/staff.ts';
import { unseal } from '../../store/seal.ts';
import { AppError } from '../app-error.ts';
import { type FormState, formOf, formState } from '../forms/answer-form.ts';
import { type QuestionView, viewQuestions } from '../forms/view-questions.ts';
import type { Runtime } from '../runtime.ts';
import type { OpenLink } from './find-link.ts';
import { type InviteState, inviteOf, inviteState, type Loaded, loadVisit } from './load-visit.ts';
import type { PageVisit } from './resume-page.ts';

/** An arrangement as the page says it: by its SMS-safe title and place where the link alone opens the page. */
export type InviteEvent = { anchor: string; title: string; at: number; place: string; guests: number };

/** A page's content; its language is the one it really is in, which need not be the one asked for. */
export type PageContent = {
  markdown: string;
  language: string;
  /** The languages the page can be read in, the flow's first one first. */
  languages: readonly string[];
  invite?: {
    state: InviteState;
    consent?: { wording: string; language: string };
    /** The arrangements a yes can be for. */
    events?: readonly InviteEvent[];
  };
  form?: { state: FormState; questions: readonly QuestionView[] };
};

async function findAdvisor(rt: Runtime, staffId: string | undefined): Promise<string | undefined> {
  const row = staffId ? await findStaffRow(rt.db, staffId) : undefined;
  return row && unseal(rt.db.keys, `staff.name:${row.id}`, row.nameSealed);
}

/** Confidential fields, only ever asked for behind a factor that is independent of the phone. */
async function confidentialFields(rt: Runtime, { journey }: Loaded): Promise<Fields> {
  const [details, advisor] = await Promise.all([
    findRelativeDetails(rt.db, journey.relativeId),
    findAdvisor(rt, journey.startedBy),
  ]);
  const [event] = Object.values(journey.events ?? {});
  return {
    ...(event ? { arrangement: event.title } : {}),
    relation: journey.relation,
    omraade: journey.area,
    ...(details?.unitName ? { enhed: details.unitName } : {}),
    ...(advisor ? { vejleder: advisor } : {}),
  };
}

function eventsOf({ journey, known }: Loaded, link: OpenLink, { attend }: Invite) {
  if (!attend) return {};
  const events = attend.anchors.flatMap((anchor): InviteEvent[] => {
    const facts = journey.events?.[anchor];
    const said = known.events?.[anchor];
    if (!facts || !said || journey.state.events?.[anchor]?.seat === 'closed') return [];
    const title = link.access === 'link' ? said.title : facts.title;
    const { guests } = facts;
    return [{ anchor, title, at: beginOf(journey.state, anchor), place: said.place, guests }];
  });
  return { events };
}

function readInvite(loaded: Loaded, link: OpenLink, language: string): Pick<PageContent, 'invite'> {
  const { flow, journey, known } = loaded;
  const step = inviteOf(flow, link);
  if (!step) return {};
  const state = inviteState(journey.state, step);
  const events = eventsOf(loaded, link, step);
  if (!step.consent) return { invite: { state, ...events } };
  const fields = openFields(known, journey.state.anchors, language);
  const consent = renderText(flow, step.consent, language, fields);
  return { invite: { state, ...events, consent: { wording: consent.text, language: consent.language } } };
}

function readForm(
  { flow, journey, known }: Loaded,
  link: OpenLink,
  language: string,
): Pick<PageContent, 'form'> {
  const form = formOf(flow, link);
  if (!form) return {};
  const fields = openFields(known, journey.state.anchors, language);
  const state = formState(journey.state, form.id);
  return { form: { state, questions: viewQuestions(flow, form, language, fields) } };
}

/** The content of a visit that has shown its factor, in the asked language when the flow has it. Throws `forbidden` otherwise. */
export async function readPage(rt: Runtime, visit: PageVisit, asked: string): Promise<PageContent> {
  const { link, session } = visit;
  if (!session.verified || link.access === 'mitid') throw new AppError('forbidden');
  const loaded = await loadVisit(rt, link);
  const { flow, known, journey } = loaded;
  const languages = flow.languages.filter((tag) => flow.pages[link.page]?.[tag] !== undefined);
  const language = languages.includes(asked) ? asked : (languages[0] ?? asked);
  const open = openFields(known, journey.state.anchors, language);
  const fields = link.access === 'link' ? open : { ...open, ...(await confidentialFields(rt, loaded)) };
  const page = renderPage(flow, link.page, language, fields);
  return { ...page, languages, ...readInvite(loaded, link, language), ...readForm(loaded, link, language) };
}
