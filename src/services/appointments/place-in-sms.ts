import type { Meeting } from '../../store/journeys/journeys.ts';

const SAID: Record<string, { da: string; en: string }> = {
  telefon: { da: 'Vi ringer til dig', en: 'We call you' },
  hjemme: { da: 'Hjemme hos dig', en: 'At your home' },
  video: { da: 'Vi mødes på video', en: 'We meet by video' },
};
const UNSAID = { da: 'Ring, og hør hvor', en: 'Call us to hear where' };

/** What an SMS says of where an appointment is: the SMS-safe place, else what the kind of place says by itself. */
export function placeInSms({ place, smsPlace }: Meeting, language: string): string {
  if (smsPlace !== '') return smsPlace;
  const said = SAID[place] ?? UNSAID;
  return language === 'en' ? said.en : said.da;
}
