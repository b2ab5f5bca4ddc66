import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import { AppError } from '../../../services/app-error.ts';
import { showSettings } from '../../../services/settings/show-settings.ts';
import {
  changeConsentWording,
  changeHouseText,
  listHouseTexts,
  listVersions,
  WORDING_LANGUAGES,
  type WordingLanguage,
} from '../../../services/settings/wordings.ts';
import { TextArea } from '../../layout/choose.tsx';
import { only } from '../../layout/form.tsx';
import { fill } from '../../words/fill.ts';
import { inLanguage } from '../../words/language.ts';
import { wordOf } from '../../words/lookup.ts';
import { showInstant } from '../../words/when.ts';
import { commonWords } from '../frame/common-words.ts';
import type { DeskContext, DeskEnv } from '../frame/desk-env.ts';
import { Item, Section } from '../frame/lists.tsx';
import { Badge, DeskForm, SmsText, segmentsText } from '../frame/parts.tsx';
import { attempt, sentenceOf } from '../frame/problems.tsx';
import { Seen, seenOf } from '../frame/seen.tsx';
import { sendSettings } from './settings.tsx';
import { houseTextWords, settingsWords } from './settings-words.ts';

const languageOf = (text: string | undefined): WordingLanguage =>
  WORDING_LANGUAGES.find((known) => known === text) ?? 'da';

type Versions = Awaited<ReturnType<typeof listVersions>>;

const Earlier: FC<{ c: DeskContext; versions: Versions }> = ({ c, versions }) => {
  const { rt, language } = c.var;
  const t = inLanguage(settingsWords, language);
  return (
    <Section id="versioner" heading={t.versions} empty={versions.length === 0}>
      <ul class="desk-list no-max-width">
        {versions.map(({ version, text, at, by }) => (
          <Item
            who={fill(t.version, { n: version })}
            meta={
              <span>
                {showInstant(at, rt.now(), language)}
                {by ? `, ${by}` : ''}
              </span>
            }
          >
            <p>{text}</p>
          </Item>
        ))}
      </ul>
    </Section>
  );
};

const Languages: FC<{ c: DeskContext; current: WordingLanguage; path: string }> = ({ c, current, path }) => {
  const t = inLanguage(settingsWords, c.var.language);
  const words = { da: t.danish, en: t.english };
  return (
    <nav aria-label={t.language} class="desk-buttons">
      {WORDING_LANGUAGES.map((one) => (
        <a
          href={`${path}?beskedsprog=${one}`}
          class="button button-secondary"
          {...(one === current ? { 'aria-current': 'true' as const } : {})}
        >
          {words[one]}
        </a>
      ))}
    </nav>
  );
};

/** What the house says by SMS, and what is read aloud for the consent; every version is kept. */
export const textsRoutes = new Hono<DeskEnv>();

textsRoutes.get('/indstillinger/tekster', async (c) => {
  const { rt, staff, language } = c.var;
  const shown = languageOf(c.req.query('beskedsprog'));
  const { texts } = await listHouseTexts(rt, staff, shown);
  const t = inLanguage(settingsWords, language);
  return sendSettings(
    c,
    { title: t.texts },
    <>
      <Languages c={c} current={shown} path="/desk/indstillinger/tekster" />
      <ul class="desk-list no-max-width">
        {texts.map(({ key, text, segments, isOwn }) => (
          <Item
            who={wordOf(houseTextWords, key, language)}
            meta={
              <>
                <Badge tone={isOwn ? 'info' : 'success'}>{isOwn ? t.own : t.builtIn}</Badge>
                <span>{segmentsText(segments, language)}</span>
              </>
            }
            action={
              <a
                class="button button-secondary"
                href={`/desk/indstillinger/tekster/${key}?beskedsprog=${shown}`}
              >
                {t.change}
                <span class="sr-only"> {wordOf(houseTextWords, key, language)}</span>
              </a>
            }
          >
            <SmsText text={text} language={language} />
          </Item>
        ))}
      </ul>
    </>,
  );
});

async function sendText(
  c: DeskContext,
  key: string,
  shown: WordingLanguage,
  typed?: { text: string; error: string },
): Promise<Response> {
  const { rt, staff, language } = c.var;
  const { texts, seen } = await listHouseTexts(rt, staff, shown);
  const found = texts.find((one) => one.key === key);
  if (!found) throw new AppError('not-found');
  const t = inLanguage(settingsWords, language);
  return sendSettings(
    c,
    {
      title: wordOf(houseTextWords, key, language),
      ...(typed ? { problems: { text: typed.error }, labels: t } : {}),
    },
    <>
      <DeskForm c={c} action={`/desk/indstillinger/tekster/${key}?beskedsprog=${shown}`}>
        <Seen view={{ seen }} />
        <TextArea
          name="text"
          label={t.text}
          hint={t.textHint}
          language={language}
          rows={4}
          maxlength={480}
          value={typed?.text ?? found.template}
          {...only({ error: typed?.error })}
        />
        <button type="submit" class="button button-primary">
          {commonWords.save[language]}
        </button>
      </DeskForm>
      <Earlier c={c} versions={await listVersions(rt, staff, 'sms', key, shown)} />
    </>,
  );
}

textsRoutes.get('/indstillinger/tekster/:key', (c) =>
  sendText(c, c.req.param('key'), languageOf(c.req.query('beskedsprog'))),
);

textsRoutes.post('/indstillinger/tekster/:key', async (c) => {
  const { rt, staff, form, language } = c.var;
  const key = c.req.param('key');
  const shown = languageOf(c.req.query('beskedsprog'));
  const text = form.get('text') ?? '';
  const order = { seen: seenOf(c), key, language: shown, text };
  const outcome = await attempt(() => changeHouseText(rt, staff, order));
  if ('value' in outcome)
    return c.redirect(`/desk/indstillinger/tekster?beskedsprog=${shown}&gemt=settings`, 303);
  const { code, detail = '' } = outcome.error;
  const label =
    code === 'template-wrong' || code === 'text-confidential' ? detail : settingsWords.text[language];
  return sendText(c, key, shown, { text, error: sentenceOf(code, label, language) });
});

async function sendConsent(
  c: DeskContext,
  typed?: { da: string; en: string; field: string; error: string },
): Promise<Response> {
  const { rt, staff, language } = c.var;
  const { organisation, seen } = await showSettings(rt, staff);
  const t = inLanguage(settingsWords, language);
  const values = typed ?? organisation.consent;
  return sendSettings(
    c,
    { title: t.consent, ...(typed ? { problems: { [typed.field]: typed.error }, labels: t } : {}) },
    <>
      <p>{t.consentLead}</p>
      <p>{fill(t.version, { n: organisation.consent.version })}</p>
      <DeskForm c={c} action="/desk/indstillinger/samtykke">
        <Seen view={{ seen }} />
        {(['da', 'en'] as const).map((name) => (
          <TextArea
            name={name}
            label={t[name]}
            language={language}
            rows={4}
            maxlength={600}
            value={values[name]}
            {...only({ error: typed?.field === name ? typed.error : undefined })}
          />
        ))}
        <button type="submit" class="button button-primary">
          {commonWords.save[language]}
        </button>
      </DeskForm>
      <Earlier c={c} versions={await listVersions(rt, staff, 'consent', 'sms', 'da')} />
    </>,
  );
}

textsRoutes.get('/indstillinger/samtykke', (c) => sendConsent(c));

textsRoutes.post('/indstillinger/samtykke', async (c) => {
  const { rt, staff, form, language } = c.var;
  const values = { da: form.get('da') ?? '', en: form.get('en') ?? '' };
  const outcome = await attempt(() => changeConsentWording(rt, staff, { seen: seenOf(c), ...values }));
  if ('value' in outcome) return c.redirect('/desk/indstillinger/samtykke?gemt=settings', 303);
  const { code, detail = 'da' } = outcome.error;
  const field = detail === 'en' || detail.endsWith('.en') ? 'en' : 'da';
  return sendConsent(c, { ...values, field, error: sentenceOf(code, '', language) });
});
