// The SMS alphabet GSM-7 (3GPP TS 23.038), for the many texts that need nothing else.

const BASIC =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿' +
  'abcdefghijklmnopqrstuvwxyzäöñüà';
const EXTENDED = '\f^{}\\[~]|€';

const SEPTETS: ReadonlyMap<number, number> = new Map([
  ...[...BASIC].map((character) => [character.charCodeAt(0), 1] as const),
  ...[...EXTENDED].map((character) => [character.charCodeAt(0), 2] as const),
]);

const WHOLE_SMS = 160;
const PART_OF_SMS = 153;

/** The septets and SMS parts of a text in GSM-7; undefined when a character is not in that alphabet. */
export function gsmSegments(text: string): { count: number; characters: number } | undefined {
  let characters = 0;
  let count = 1;
  let room = PART_OF_SMS;
  for (let i = 0; i < text.length; i++) {
    const septets = SEPTETS.get(text.charCodeAt(i));
    if (septets === undefined) return undefined;
    characters += septets;
    if (septets > room) {
      count++;
      room = PART_OF_SMS;
    }
    room -= septets;
  }
  return { count: characters <= WHOLE_SMS ? 1 : count, characters };
}
