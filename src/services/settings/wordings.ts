// Texts the organisation puts in its own words: what the house says by SMS, and what is read aloud for the consent to SMS.
import { readTemplate } from '../../journey/text/read-template.ts';
import { renderText } from '../../journey/text/render.ts';
import { countSegments } from '../../journey/text/segments.ts';
import { listWordings } from '../../store/organisation.ts';
import { AppError } from '../app-error.ts';
import { refuseConfidential } from '../inbox/refuse-confidential.ts';
import type { Organisation } from '../organisation.ts';
import { openStaffNames } from '../relatives/open-names.ts';
import type { Runtime } from '../runtime.ts';
import { HOUSE_TEXTS, type HouseText, houseTextsOf } from '../sending/house-texts.ts';
import type { Staff } from '../staff/staff.ts';
import { changeSettings } from './change-settings.ts';
import { showSettings } from './show-settings.ts';

export const WORDING_LANGUAGES = ['da', 'en'] as const;
export type WordingLanguage = (typeof WORDING_LANGUAGES)[number];

/** Fields the house's texts may show; all of them open. */
const FIELDS = ['kommune', 'telefon', 'akut', 'aabningstid'];
/** An SMS of the house is one segment. */
const MOST_SEGMENTS = 1;
const SHOWN = 20;

/** What a text of the house must show, so that nobody is left without a way on. */
const needed = (key: HouseText): string[] => (key === 'distress' ? ['telefon', 'akut'] : ['telefon']);

export const HOUSE_KEYS = Object.keys(HOUSE_TEXTS.texts.da ?? {}) as HouseText[];

const isHouseKey = (key: string): key is HouseText => HOUSE_KEYS.some((known) => known === key);
const isLanguage = (text: string): text is WordingLanguage =>
  WORDING_LANGUAGES.some((known) => known === text);

const fieldsOf = ({ kommune, telefon, akut, aabningstid }: Organisation) => ({
  kommune,
  telefon,
  akut,
  aabningstid,
});

/** What the house says by SMS now, text by text, as it is written and as it is read. */
export async function listHouseTexts(rt: Runtime, staff: Staff, language: WordingLanguage) {
  const { organisation, seen } = await showSettings(rt, staff);
  const now = houseTextsOf(organisation);
  const own = organisation.houseTexts[language] ?? {};
  return {
    seen,
    texts: HOUSE_KEYS.map((key) => {
      const { text } = renderText(now, key, language, fieldsOf(organisation));
      return {
        key,
        template: now.texts[language]?.[key] ?? '',
        text,
        segments: countSegments(text).count,
        isOwn: Object.hasOwn(own, key),
      };
    }),
  };
}

/** The versions of a wording, the newest first, with who wrote each. */
export async function listVersions(
  rt: Runtime,
  staff: Staff,
  kind: 'sms' | 'consent',
  key: string,
  language: string,
) {
  await showSettings(rt, staff);
  const rows = await listWordings(rt.db, kind, key, language, SHOWN);
  const names = await openStaffNames(
    rt,
    rows.map(({ by }) => by),
  );
  return rows.map(({ version, text, at, by }) => ({ version, text, at, by: names.get(by) }));
}

/** Throws `template-wrong` with what is wrong: a field nobody knows, one that is missing, or signs that cannot be read. */
function checkTemplate(key: HouseText, template: string): void {
  const read = readTemplate(template);
  if (!read.ok) throw new AppError('template-wrong', read.fault.word);
  const used = new Set(read.uses.map(({ name }) => name));
  const unknown = [...used].find((name) => !FIELDS.includes(name));
  if (unknown) throw new AppError('template-wrong', unknown);
  const missing = needed(key).find((name) => !used.has(name));
  if (missing) throw new AppError('template-wrong', `{{ ${missing} }}`);
}

const nextVersion = async (rt: Runtime, kind: string, key: string, language: string): Promise<number> =>
  ((await listWordings(rt.db, kind, key, language, 1))[0]?.version ?? 0) + 1;

/**
 * Puts a text of the house in the organisation's own words; it holds from the next SMS on. Throws `field-unreadable` for
 * an unknown text, `text-empty`, `template-wrong`, `text-too-long` above one segment, `cpr-typed`, `text-confidential`,
 * and what `changeSettings` throws.
 */
export async function changeHouseText(
  rt: Runtime,
  staff: Staff,
  order: { seen: number; key: string; language: string; text: string },
): Promise<void> {
  const { organisation } = await showSettings(rt, staff);
  const { seen, key, language } = order;
  const text = order.text.replace(/\s+/g, ' ').trim();
  if (!isHouseKey(key) || !isLanguage(language)) throw new AppError('field-unreadable', 'key');
  if (text === '') throw new AppError('text-empty', 'text');
  checkTemplate(key, text);
  await refuseConfidential(rt, text);
  const houseTexts = {
    ...organisation.houseTexts,
    [language]: { ...organisation.houseTexts[language], [key]: text },
  };
  const read = renderText(
    houseTextsOf({ ...organisation, houseTexts }),
    key,
    language,
    fieldsOf(organisation),
  );
  if (countSegments(read.text).count > MOST_SEGMENTS) throw new AppError('text-too-long', 'text');
  const version = await nextVersion(rt, 'sms', key, language);
  await changeSettings(rt, staff, {
    seen,
    change: { houseTexts },
    wordings: [{ kind: 'sms', key, language, version, text }],
  });
}

/**
 * Changes what is read aloud for the consent to SMS; consents given from now on name the new version. Throws
 * `text-empty`, and what `changeSettings` throws.
 */
export async function changeConsentWording(
  rt: Runtime,
  staff: Staff,
  order: { seen: number; da: string; en: string },
): Promise<void> {
  await showSettings(rt, staff);
  const [da, en] = [order.da.trim(), order.en.trim()];
  if (da === '') throw new AppError('text-empty', 'da');
  if (en === '') throw new AppError('text-empty', 'en');
  const version = await nextVersion(rt, 'consent', 'sms', 'da');
  await changeSettings(rt, staff, {
    seen: order.seen,
    change: { consent: { version, da, en } },
    wordings: [
      { kind: 'consent', key: 'sms', language: 'da', version, text: da },
      { kind: 'consent', key: 'sms', language: 'en', version, text: en },
    ],
  });
}
