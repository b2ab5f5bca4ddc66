// Writing in a conversation: an SMS, or a secure message in its place.
import type { FC } from 'hono/jsx';
import type { Measured } from '../../../services/inbox/follow-conversation.ts';
import type { OpenConversation } from '../../../services/inbox/open-conversation.ts';
import type { AnswerChoice } from '../../../services/inbox/saved-answers.ts';
import { MOST_CHARACTERS, MOST_SECURE } from '../../../services/inbox/write-in-conversation.ts';
import { Alert } from '../../layout/alert.tsx';
import { described, FieldFrame, only } from '../../layout/form.tsx';
import { fill } from '../../words/fill.ts';
import { inLanguage } from '../../words/language.ts';
import { showInstant } from '../../words/when.ts';
import type { DeskContext } from '../frame/desk-env.ts';
import { Section } from '../frame/lists.tsx';
import { KEEP } from '../frame/live.tsx';
import { DeskForm, mayCare, segmentsText } from '../frame/parts.tsx';
import { hoursWords } from '../relatives/hours-words.ts';
import { leavesWords, noSmsWords, writeWords } from './conversation-words.ts';

/** What was typed and how it went. */
export type Draft = { text: string; error?: string; confidential?: boolean };

type Props = {
  c: DeskContext;
  talk: OpenConversation;
  draft: Draft;
  answers: readonly AnswerChoice[];
};

/** How long the text is, and the word in it that may not leave. */
export const Size: FC<{ c: DeskContext; measured: Measured }> = ({ c, measured }) => {
  const { language } = c.var;
  const t = inLanguage(writeWords, language);
  const { characters, segments, told } = measured;
  return (
    <>
      {characters > 0 ? fill(t.size, { n: characters, parts: segmentsText(segments, language) }) : null}
      {told === undefined ? null : (
        <strong class="desk-told"> {told === '' ? t.toldCpr : fill(t.told, { word: told })}</strong>
      )}
    </>
  );
};

/** What stands in the way of an SMS or of reading a secure message, and what to do. */
const Obstacles: FC<Pick<Props, 'c' | 'talk'>> = ({ c, talk }) => {
  const { language } = c.var;
  const t = inLanguage(writeWords, language);
  const pin = talk.pin === 'none' ? t.noPin : talk.pin === 'locked' ? t.lockedPin : undefined;
  return (
    <>
      {talk.way === 'sms' ? null : (
        <Alert variant="warning" language={language}>
          {noSmsWords[talk.way][language]}
        </Alert>
      )}
      {pin ? (
        <Alert variant="info" language={language}>
          {pin} <a href={`/desk/paaroerende/${talk.id}?fra=reply#pin`}>{t.toPin}</a>
        </Alert>
      ) : null}
    </>
  );
};

const Saved: FC<Pick<Props, 'c' | 'answers'>> = ({ c, answers }) => {
  const { language } = c.var;
  const t = inLanguage(writeWords, language);
  if (answers.length === 0) return null;
  return (
    <div class="desk-saved">
      <FieldFrame name="gemt" label={t.saved} language={language} optional>
        <select id="gemt" name="gemt" class="form-select">
          <option value="">{t.choose}</option>
          {answers.map(({ id, title }) => (
            <option value={id}>{title}</option>
          ))}
        </select>
      </FieldFrame>
      <button type="submit" name="knap" value="indsaet" class="button button-secondary">
        {t.insert}
      </button>
    </div>
  );
};

const Text: FC<Pick<Props, 'c' | 'talk' | 'draft'>> = ({ c, talk, draft }) => {
  const { language } = c.var;
  const t = inLanguage(writeWords, language);
  const hint = fill(t.hint, { n: MOST_CHARACTERS, m: MOST_SECURE });
  const { error } = draft;
  return (
    <>
      <FieldFrame name="text" label={t.text} language={language} hint={hint} {...only({ error })}>
        <textarea
          id="text"
          name="text"
          class="form-input"
          rows={6}
          dir="auto"
          {...{
            'hx-post': `/desk/indbakke/${talk.id}/maal`,
            'hx-trigger': 'input changed delay:500ms',
            'hx-target': '#maal',
            'hx-swap': 'innerHTML',
            ...KEEP,
          }}
          {...described({ name: 'text', hint, error })}
        >
          {draft.text}
        </textarea>
      </FieldFrame>
      <p id="maal" class="form-hint" role="status"></p>
    </>
  );
};

/** When the SMS leaves, before it is sent. */
const Leaving: FC<Pick<Props, 'c' | 'talk'>> = ({ c, talk: { leaves } }) => {
  const { language, rt } = c.var;
  if (!leaves) return null;
  const when = showInstant(leaves.at, rt.now(), language);
  const hours = leaves.wished ? hoursWords(leaves.wished) : {};
  return (
    <p class="form-hint" id="afgang">
      {fill(leavesWords[leaves.why][language], { when, ...hours })}
    </p>
  );
};

const Buttons: FC<Pick<Props, 'c' | 'talk' | 'draft'>> = ({ c, talk, draft }) => {
  const t = inLanguage(writeWords, c.var.language);
  const bySms = talk.way === 'sms';
  const secure = talk.party.relativeId !== null;
  const secureFirst = draft.confidential || !bySms;
  return (
    <>
      <Leaving c={c} talk={talk} />
      <div class="desk-buttons">
        {bySms ? (
          <button
            type="submit"
            name="knap"
            value="sms"
            class={`button button-${secureFirst ? 'secondary' : 'primary'}`}
          >
            {t.sms}
          </button>
        ) : null}
        {secure ? (
          <button
            type="submit"
            name="knap"
            value="sikker"
            class={`button button-${secureFirst ? 'primary' : 'secondary'}`}
            {...(bySms ? { 'aria-describedby': 'sikker-hint' } : {})}
          >
            {bySms ? t.secure : t.call}
          </button>
        ) : null}
      </div>
      {secure && bySms ? (
        <p class="form-hint" id="sikker-hint">
          {t.secureHint}
        </p>
      ) : null}
    </>
  );
};

/** The form to write in; a reader sees none. */
export const WriteForm: FC<Props> = ({ c, talk, draft, answers }) => {
  const t = inLanguage(writeWords, c.var.language);
  if (!mayCare(c)) return null;
  const nothing = talk.way !== 'sms' && talk.party.relativeId === null;
  return (
    <Section id="skriv" heading={t.title}>
      <Obstacles c={c} talk={talk} />
      {nothing ? null : (
        <DeskForm c={c} action={`/desk/indbakke/${talk.id}/skriv`} id="skriv-form">
          <input type="hidden" name="form" value={talk.form} />
          <Saved c={c} answers={answers} />
          <Text c={c} talk={talk} draft={draft} />
          <Buttons c={c} talk={talk} draft={draft} />
        </DeskForm>
      )}
    </Section>
  );
};
