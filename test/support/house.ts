// People and flows for tests: an organisation, relatives, a journey and the link it sent.
import type { Access, Flow } from '../../src/journey/flow/flow.ts';
import { publishFlow } from '../../src/services/journeys/publish-flow.ts';
import { startJourney } from '../../src/services/journeys/start-journey.ts';
import { OrganisationSettings } from '../../src/services/organisation.ts';
import type { Runtime } from '../../src/services/runtime.ts';
import { addUnits, setOrganisation } from '../../src/store/organisation.ts';
import { newNumber, rememberNumbers } from '../../src/store/people/numbers.ts';
import { addCircles, addRelatives } from '../../src/store/people/relatives.ts';
import { insertStaff } from '../../src/store/people/staff.ts';
import { seal, unseal } from '../../src/store/seal.ts';

/** Sets up the organisation and one unit, `unit-1`, called Bostedet Lindehuset, with the advisor `staff-1`. */
export async function seedOrganisation(rt: Runtime): Promise<void> {
  const settings = OrganisationSettings.parse({
    kommune: 'Prøve Kommune',
    authority: 'Prøve Kommune, Socialforvaltningen',
    telefon: '20 00 00 01',
    akut: '20 00 00 02',
    aabningstid: 'hverdage 8-15',
    groupConsent: false,
  });
  await rt.db.lane.put(setOrganisation, { settings: JSON.stringify(settings), at: rt.now() });
  await rt.db.lane.put(addUnits, {
    id: 'unit-1',
    parentId: null,
    name: 'Bostedet Lindehuset',
    area: 'handicap',
  });
  await rt.db.lane.put(insertStaff, {
    id: 'staff-1',
    nameSealed: seal(rt.db.keys, 'staff.name:staff-1', 'Vera Vejleder'),
    role: 'advisor',
    demo: 0,
    allUnits: 1,
    createdAt: rt.now(),
  });
}

export type RelativeOptions = {
  tiltale?: string;
  language?: string;
  /** E.164; null for somebody without a phone. */
  number?: string | null;
  channel?: 'sms' | 'ring' | 'brev';
  circle?: string;
};

/** Adds a relative (with a circle of its own unless one is named) and gives the id. */
export async function seedRelative(rt: Runtime, options: RelativeOptions = {}): Promise<string> {
  const id = rt.newId();
  const at = rt.now();
  const circleId = options.circle ?? `circle-${id}`;
  const number =
    options.number === null ? undefined : newNumber(rt.db.keys, options.number ?? '+4520000011', at, false);
  if (number) await rt.db.lane.put(rememberNumbers, number);
  if (!options.circle)
    await rt.db.lane.put(addCircles, {
      id: circleId,
      code: circleId.slice(-6),
      unitId: 'unit-1',
      state: 'alive',
      apart: 0,
      createdAt: at,
    });
  await rt.db.lane.put(addRelatives, {
    id,
    circleId,
    numberId: number?.id ?? null,
    nameSealed: seal(rt.db.keys, `relatives.name:${id}`, 'Anne Prøve'),
    tiltaleSealed: seal(rt.db.keys, `relatives.tiltale:${id}`, options.tiltale ?? 'Anne'),
    language: options.language ?? 'da',
    relation: 'søskende',
    area: 'handicap',
    ageBand: 'ukendt',
    minor: 0,
    channel: options.channel ?? 'sms',
    createdAt: at,
  });
  return id;
}

const settled = { alert: { to: 'advisor', urgent: false } } as const;

/** A flow of one invitation in Danish, English and Arabic; its page is open or behind a PIN, and then says something confidential. */
export const invitation = (access: Access, page?: string): Flow => ({
  name: `indbydelse-${access}`,
  title: 'Indbydelse',
  track: 'støtte',
  minors: false,
  languages: ['da', 'en', 'ar'],
  anchors: {},
  steps: [
    {
      kind: 'invite',
      id: 'indbyd',
      text: 'indbydelse',
      page: 'velkommen',
      access,
      consent: 'samtykke',
      expires: { amount: 21, unit: 'days' },
      accepted: {},
      declined: {},
      expired: {},
    },
    {
      kind: 'ask',
      id: 'spoerg',
      text: 'spoergsmaal',
      ja: settled,
      nej: {},
      silent: { after: { amount: 3, unit: 'days' }, remind: 0 },
    },
  ],
  texts: {
    da: {
      indbydelse:
        'Hej {{ tiltale }}. Du har en besked fra {{ kommune }}: {{ link }} Kan ikke besvares. {{ telefon }}',
      samtykke: 'Ja til at få sms fra {{ kommune }}.',
      spoergsmaal: 'Skal vi ringe? Svar JA eller NEJ.',
    },
    en: {
      indbydelse: 'Hello {{ tiltale }}. A message from {{ kommune }}: {{ link }} No replies. {{ telefon }}',
      samtykke: 'Yes to text messages from {{ kommune }}.',
      spoergsmaal: 'Shall we call? Reply JA or NEJ.',
    },
    ar: {
      indbydelse: 'مرحبا {{ tiltale }} {{ link }} {{ telefon }}',
      samtykke: 'نعم للرسائل من {{ kommune }}.',
      spoergsmaal: 'هل نتصل بك؟ JA / NEJ',
    },
  },
  pages: {
    velkommen: {
      da: page ?? pageIn(access, 'Velkommen, {{ tiltale }}', 'Du er søskende til en, der bor på'),
      en: page ?? pageIn(access, 'Welcome, {{ tiltale }}', 'You are related to somebody living at'),
      ar: page ?? pageIn(access, 'أهلا {{ tiltale }}', 'أنت قريب لشخص يعيش في'),
    },
  },
});

const pageIn = (access: Access, title: string, text: string): string =>
  access === 'link'
    ? `# ${title}\n\n## Sådan gør vi\n\n- Ring på {{ telefon }}\n`
    : `# ${title}\n\n${text} {{ enhed }}. {{ vejleder }}\n`;

/** Starts the flow for a relative and gives the journey with the token its first message carries. */
export async function startWithLink(
  rt: Runtime,
  flow: Flow,
  relativeId: string,
): Promise<{ journeyId: string; token: string }> {
  await publishFlow(rt, flow);
  const { journeyId } = await startJourney(rt, { flow: flow.name, relativeId, anchors: {}, by: 'staff-1' });
  const found = await rt.db.client.execute({
    sql: 'SELECT id, link_sealed FROM messages WHERE journey_id = ? AND link_sealed IS NOT NULL ORDER BY created_at DESC LIMIT 1',
    args: [journeyId],
  });
  const row = found.rows[0];
  if (!row) throw new Error('the journey sent no link');
  return { journeyId, token: unseal(rt.db.keys, `messages.link:${row.id}`, String(row.link_sealed)) };
}
