// The slow beat, once an hour: what is over is forgotten, what is to be looked at is told. One that fails keeps no other waiting.
import { quietly } from './beat.ts';
import { forgetNames } from './events/forget-names.ts';
import { endUnconsented } from './journeys/end-inddragelse.ts';
import { remindOffers } from './offers/remind-offers.ts';
import { forgetReferrals } from './referrals/forget-referrals.ts';
import { tendRelatives } from './relatives/tend-relatives.ts';
import type { Runtime } from './runtime.ts';
import { forgetBodies } from './sending/forget-bodies.ts';
import { eraseOldTexts } from './settings/erase-old-texts.ts';
import { sweepDoors } from './sweep-doors.ts';

const PARTS: readonly { job: string; work: (rt: Runtime) => Promise<unknown> }[] = [
  { job: 'sweep-doors', work: sweepDoors },
  { job: 'tend-relatives', work: tendRelatives },
  { job: 'end-inddragelse', work: endUnconsented },
  { job: 'forget-bodies', work: forgetBodies },
  { job: 'remind-offers', work: remindOffers },
  { job: 'forget-referrals', work: forgetReferrals },
  { job: 'forget-names', work: forgetNames },
  { job: 'erase-old-texts', work: eraseOldTexts },
];

/** Does all of it, one part after the other; what fails is logged and tried again an hour later. */
export async function sweep(rt: Runtime): Promise<void> {
  for (const { job, work } of PARTS) await quietly(rt, job, work);
}
