import { z } from '@hono/zod-openapi';
import { Day } from './frame/shapes.ts';

const choice = z.string().min(1).max(60);

/** What is said of a conversation. */
export const said = {
  date: Day,
  minutes: z.int().min(1).max(600),
  kind: choice,
  level: choice,
  place: choice,
  initiative: choice,
  themes: z.array(choice).max(25),
  outcome: choice,
  followUp: choice,
  handedTo: z.string().max(100).openapi({ description: 'Required for overdraget.' }),
  nextStep: z.string().max(300),
  note: z.string().max(5000).openapi({ description: 'Sealed, and never in statistics.' }),
};

/** The same of a new one: what is not said is what it mostly is. */
export const saidAtFirst = {
  date: said.date,
  minutes: said.minutes,
  kind: said.kind.default('samtale'),
  level: said.level.default('let'),
  place: said.place.default('telefon'),
  initiative: said.initiative.default('pårørende'),
  themes: said.themes.default([]),
  outcome: said.outcome.default('ikke spurgt'),
  followUp: said.followUp.default('ingen'),
  handedTo: said.handedTo.default(''),
  nextStep: said.nextStep.default(''),
  note: said.note.default(''),
};

export const EXAMPLE_CHANGE = {
  ...{ date: '2027-03-01', minutes: 45, kind: 'samtale', level: 'moderat', place: 'telefon' },
  ...{ initiative: 'pårørende', themes: ['omsorgstræthed'], outcome: 'ja', followUp: 'ingen' },
  ...{ handedTo: '', nextStep: '', note: '', seen: 1803805200000 },
};
