import { openFields } from '../../journey/engine/fields.ts';
import type { Fields } from '../../journey/text/fields.ts';
import { renderPage, renderText } from '../../journey/text/render.ts';
import { findRelativeDetails } from '../../store/people/relative-details.ts';
import { findStaffRow } from '../../store/people/staff.ts';
import { unseal } from '../../store/seal.ts';
import { AppError } from '../app-error.ts';
import type { Runtime } from '../runtime.ts';
import type { OpenLink } from './find-link.ts';
import { type InviteState, inviteOf, inviteState, type Loaded, loadVisit } from './load-visit.ts';
import type { PageVisit } from './resume-page.ts';

/** A page's content; its language is the one it really is in, which need not be the one asked for. */
export type PageContent = {
  markdown: string;
  language: string;
  /** The languages the page can be read in, the flow's first one first. */
  languages: readonly string[];
  invite?: { state: InviteState; consent?: { wording: string; language: string } };
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
  return {
    relation: journey.relation,
    omraade: journey.area,
    ...(details?.unitName ? { enhed: details.unitName } : {}),
    ...(advisor ? { vejleder: advisor } : {}),
  };
}

function readInvite(loaded: Loaded, link: OpenLink, language: string): Pick<PageContent, 'invite'> {
  const { flow, journey, known } = loaded;
  const step = inviteOf(flow, link);
  if (!step) return {};
  const state = inviteState(journey.state, step.id);
  if (!step.consent) return { invite: { state } };
  const fields = openFields(known, journey.state.anchors, language);
  const consent = renderText(flow, step.consent, language, fields);
  return { invite: { state, consent: { wording: consent.text, language: consent.language } } };
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
  return { ...page, languages, ...readInvite(loaded, link, language) };
}
