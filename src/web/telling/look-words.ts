import type { Purpose } from '../../services/relatives/show-relative.ts';
import type { Words } from '../words/language.ts';

/** Why somebody looked at a record, as the relative reads it who asks for access to their own data. */
export const lookWords = {
  list: { da: 'åbnet fra listen over pårørende', en: 'opened from the list of relatives' },
  search: { da: 'fundet ved en søgning', en: 'found by a search' },
  reply: { da: 'et svar fra den pårørende skulle læses', en: 'a reply from the relative was to be read' },
  alert: { da: 'et varsel skulle følges op', en: 'an alert was to be followed up' },
  task: { da: 'en opgave skulle løses', en: 'a task was to be done' },
  journey: { da: 'et forløb skulle følges', en: 'a journey was to be followed' },
  circle: { da: 'åbnet fra kredsen omkring borgeren', en: 'opened from the circle around the resident' },
  new: { da: 'den pårørende var lige oprettet', en: 'the relative had just been registered' },
  overview: { da: 'åbnet fra overblikket', en: 'opened from the overview' },
  enrol: { da: 'et forløb skulle sættes i gang', en: 'a journey was to be started' },
  contact: {
    da: 'oplysninger eller en samtale skulle skrives',
    en: 'details or a conversation were to be written',
  },
  appointment: { da: 'en aftale', en: 'an appointment' },
  event: { da: 'et arrangement', en: 'an event' },
  signpost: {
    da: 'den pårørende skulle vises vej til et tilbud',
    en: 'the relative was to be shown an offer',
  },
  timeline: { da: 'forløbslinjen blev læst', en: 'the timeline was read' },
  direct: { da: 'åbnet direkte', en: 'opened directly' },
  called: { da: 'den pårørende havde henvendt sig', en: 'the relative had got in touch' },
  prepare: { da: 'en samtale skulle forberedes', en: 'a conversation was to be prepared' },
  'follow-up': { da: 'noget aftalt skulle følges op', en: 'something agreed was to be followed up' },
  asked: { da: 'en kollega havde bedt om hjælp', en: 'a colleague had asked for help' },
  correct: { da: 'oplysninger skulle rettes', en: 'the record was to be corrected' },
  other: { da: 'andet arbejde', en: 'other work' },
  api: { da: 'hentet af et fagsystem', en: 'fetched by another system' },
} as const satisfies Record<Purpose | 'signpost' | 'timeline', Words>;
