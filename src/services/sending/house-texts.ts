// What the house itself says by SMS (domain.md § 3): GSM-7, one segment, never the reason and never an echo. Danish first, English beside it.
import type { Flow } from '../../journey/flow/flow.ts';
import type { Organisation } from '../organisation.ts';

export type HouseText =
  | 'stop'
  | 'start-ask'
  | 'start-done'
  | 'start-running'
  | 'help'
  | 'wrong-number'
  | 'free-text'
  | 'cpr'
  | 'distress'
  | 'death'
  | 'number-changed';

const da: Record<HouseText, string> = {
  stop: "Du får ikke flere af disse sms'er fra {{ kommune }}. Du kan stadig få hjælp på {{ telefon }}. Vil du have sms igen, så svar START.",
  'start-ask':
    "Vil du have sms'er fra {{ kommune }} igen? Svar JA. Ellers skal du ikke gøre noget. Spørgsmål: {{ telefon }}",
  'start-done':
    "Tak. Du kan igen få sms'er fra {{ kommune }}. Vil du ikke have dem: svar STOP. Spørgsmål: {{ telefon }}",
  'start-running':
    "Du får allerede sms'er fra {{ kommune }}. Vil du ikke have dem: svar STOP. Spørgsmål: {{ telefon }}",
  help: 'Sms fra {{ kommune }}. Skriv ikke cpr-nr. eller helbredsoplysninger her. Ring {{ telefon }}, {{ aabningstid }}. Svar STOP for ikke at få sms. Akut: 112.',
  'wrong-number':
    "Tak, fordi du sagde til. Du får ikke flere af disse sms'er. Hilsen {{ kommune }}, {{ telefon }}",
  'free-text':
    'Tak for din sms. Vi svarer inden 2 hverdage. Haster det: ring {{ telefon }}, {{ aabningstid }}. Skriv ikke om sygdom på sms. {{ kommune }}',
  cpr: 'Tak for din sms. Vi har skjult dit cpr-nummer. Skriv ikke cpr-nr. på sms. Ring hellere til os: {{ telefon }}, {{ aabningstid }}. {{ kommune }}',
  distress:
    'Tak for din sms. Den læses ikke hele døgnet. Har du brug for hjælp nu, så ring {{ akut }}, eller 112 ved fare. Hilsen {{ kommune }}, {{ telefon }}',
  death:
    "Tak for din sms. Vi sætter vores sms'er på pause, og en medarbejder kontakter dig. Hilsen {{ kommune }}, {{ telefon }}",
  'number-changed':
    'Et telefonnummer er skiftet hos {{ kommune }}. Er du ikke med på det, så ring {{ telefon }}, {{ aabningstid }}.',
};

const en: Record<HouseText, string> = {
  stop: 'You will get no more of these texts from {{ kommune }}. You can still get help on {{ telefon }}. To get texts again, reply START.',
  'start-ask':
    'Do you want texts from {{ kommune }} again? Reply YES. Otherwise there is nothing you need to do. Questions: {{ telefon }}',
  'start-done':
    'Thank you. You can get texts from {{ kommune }} again. If you do not want them: reply STOP. Questions: {{ telefon }}',
  'start-running':
    'You already get texts from {{ kommune }}. If you do not want them: reply STOP. Questions: {{ telefon }}',
  help: 'Text from {{ kommune }}. Please do not write CPR numbers or about health here. Call {{ telefon }}. Reply STOP to get no texts. Emergency: 112.',
  'wrong-number':
    'Thank you for telling us. You will get no more of these texts. Kind regards, {{ kommune }}, {{ telefon }}',
  'free-text':
    'Thank you for your text. We answer within 2 working days. If it is urgent: call {{ telefon }}. Please do not write about illness here. {{ kommune }}',
  cpr: 'Thank you for your text. We have hidden your CPR number. Please do not write it in a text. Call us instead: {{ telefon }}. {{ kommune }}',
  distress:
    'Thank you for your text. It is not read around the clock. If you need help now, call {{ akut }}, or 112 in danger. {{ kommune }}, {{ telefon }}',
  death:
    'Thank you for your text. We are pausing our texts, and a member of staff will contact you. Kind regards, {{ kommune }}, {{ telefon }}',
  'number-changed':
    'A telephone number has been changed at {{ kommune }}. If you did not expect it, call {{ telefon }}, {{ aabningstid }}.',
};

/** The house's texts in the shape a flow has them, so that one renderer serves both. */
export const HOUSE_TEXTS: Pick<Flow, 'texts' | 'languages'> = { languages: ['da', 'en'], texts: { da, en } };

/** Tells of a message on the relative's page and nothing of what it says; from the sender by name, since it has a link. */
export const SECURE_NOTICE: Pick<Flow, 'texts' | 'languages'> = {
  languages: ['da', 'en'],
  texts: {
    da: {
      secure:
        'Hej {{ tiltale }}. Du har en besked fra {{ kommune }}: {{ link }} Kan ikke besvares. Spørgsmål: {{ telefon }}',
    },
    en: {
      secure:
        'Hello {{ tiltale }}. You have a message from {{ kommune }}: {{ link }} Cannot be answered. Questions: {{ telefon }}',
    },
  },
};

/** The built-in texts with the organisation's own words in their place. */
export function houseTextsOf(organisation: Organisation): Pick<Flow, 'texts' | 'languages'> {
  const known = merged.get(organisation);
  if (known) return known;
  const { houseTexts: own } = organisation;
  const texts = { da: { ...da, ...own.da }, en: { ...en, ...own.en } };
  const found = { languages: HOUSE_TEXTS.languages, texts };
  merged.set(organisation, found);
  return found;
}

/** A memo and no state: the texts follow from the settings, and the renderer reads each object's templates once. */
const merged = new WeakMap<Organisation, Pick<Flow, 'texts' | 'languages'>>();
