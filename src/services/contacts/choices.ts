import { getOrganisation } from '../organisation.ts';
import type { Runtime } from '../runtime.ts';

/** The follow-up that stays open until the receiver has confirmed. */
export const HANDED_OVER = 'overdraget';

/** A contact counts as a conversation from so many minutes. */
export const CONVERSATION_MINUTES = 20;

/** What can be chosen where contacts and counselling are registered, when the organisation has no list of its own. */
export const DEFAULT_LISTS = {
  contactKinds: ['samtale', 'kort kontakt', 'netværksmøde', 'gruppe', 'forventningssamtale'],
  contactPlaces: ['telefon', 'hjemme', 'kommunens lokaler', 'tredje sted', 'video', 'sms'],
  initiatives: ['pårørende', 'vejleder', 'enhed', 'anden'],
  levels: ['let', 'moderat', 'omfattende'],
  themes: [
    'sorg og krise',
    'skyld og skam',
    'omsorgstræthed',
    'egenomsorg og mestring',
    'rollen som pårørende',
    'genetablering af relationer',
    'familie og børn',
    'helbred',
    'arbejdsliv',
    'økonomi',
    'socialt liv',
    'viden om sygdom',
    'samarbejde og forventninger',
    'samtykke',
    'klager',
    'jura og gråzoner',
    'navigation i tilbud',
    'aflastning',
    'flytning',
    'fremtid',
    'livets afslutning',
    'andet',
  ],
  outcomes: ['ja', 'delvist', 'nej', 'ikke spurgt'],
  followUps: ['ingen', 'ny samtale', 'vi kontakter', HANDED_OVER],
  counsellingKinds: [
    'kortlægning',
    'sparring, undervisning eller workshop',
    'svært samarbejde',
    'informationsmateriale',
    'oplysning om tilbud',
  ],
  staffGroups: ['frontmedarbejdere', 'terapeuter', 'konsulenter', 'vidensperson', 'ledere', 'andre'],
  eventKinds: [
    'temaeftermiddag',
    'temaaften',
    'netværksgruppe',
    'café',
    'søskendemøde',
    'kursus',
    'kompetenceudvikling',
    'andet',
  ],
  counsellingFollowUps: ['ingen', 'nyt møde', 'vi sender materiale', 'enheden arbejder videre'],
} as const satisfies Record<string, readonly string[]>;

export type ListName = keyof typeof DEFAULT_LISTS;
export type Choices = Record<ListName, readonly string[]>;

/** The lists as they hold: the organisation's own where it has one. A hand-over can always be chosen, since it is followed up. */
export async function getChoices(rt: Runtime): Promise<Choices> {
  const { lists } = await getOrganisation(rt);
  const chosen: Choices = { ...DEFAULT_LISTS };
  for (const name of Object.keys(DEFAULT_LISTS) as ListName[]) chosen[name] = lists[name] ?? chosen[name];
  return chosen.followUps.includes(HANDED_OVER)
    ? chosen
    : { ...chosen, followUps: [...chosen.followUps, HANDED_OVER] };
}
