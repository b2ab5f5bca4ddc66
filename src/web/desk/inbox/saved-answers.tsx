import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import {
  type AnswerForm,
  changeSavedAnswer,
  findSavedAnswer,
  keepSavedAnswer,
  listSavedAnswers,
  retireSavedAnswer,
} from '../../../services/inbox/saved-answers.ts';
import { MOST_CHARACTERS } from '../../../services/inbox/write-in-conversation.ts';
import { mayStaff, requireRight } from '../../../services/staff/staff.ts';
import { Select, TextArea } from '../../layout/choose.tsx';
import { Field, only } from '../../layout/form.tsx';
import { languageWords } from '../../words/choices.ts';
import { fill } from '../../words/fill.ts';
import { inLanguage } from '../../words/language.ts';
import type { DeskContext, DeskEnv } from '../frame/desk-env.ts';
import { Item, Section } from '../frame/lists.tsx';
import { DeskForm, Do, SmsText } from '../frame/parts.tsx';
import { attempt, fieldSentence, type Problems, sentenceOf } from '../frame/problems.tsx';
import { Seen, seenOf } from '../frame/seen.tsx';
import { sendNarrow } from '../frame/send-narrow.tsx';
import { conversationWords, savedAnswerWords } from './conversation-words.ts';

const EMPTY: AnswerForm = { title: '', text: '', language: 'da' };

const formOf = (c: DeskContext): AnswerForm => ({
  title: c.var.form.get('titel') ?? '',
  text: c.var.form.get('tekst') ?? '',
  language: c.var.form.get('sprog') ?? '',
});

const mayChange = (c: DeskContext): boolean => mayStaff(c.var.staff, 'coordinate');

/** `seen` is when the answer that is changed had last been changed. */
type FormProps = { c: DeskContext; action: string; form: AnswerForm & { seen?: number }; problems: Problems };

const AnswerFields: FC<FormProps> = ({ c, action, form, problems }) => {
  const { language } = c.var;
  const t = inLanguage(savedAnswerWords, language);
  return (
    <DeskForm c={c} action={action}>
      {form.seen === undefined ? null : <Seen view={{ seen: form.seen }} />}
      <Field
        name="titel"
        label={t.name}
        hint={t.nameHint}
        language={language}
        value={form.title}
        maxlength={60}
        {...only({ error: problems.titel })}
      />
      <TextArea
        name="tekst"
        label={t.text}
        hint={fill(t.textHint, { n: MOST_CHARACTERS })}
        language={language}
        value={form.text}
        {...only({ error: problems.tekst })}
      />
      <Select
        name="sprog"
        label={t.language}
        language={language}
        value={form.language}
        options={(['da', 'en'] as const).map((tag) => [tag, languageWords[tag][language]])}
        {...only({ error: problems.sprog })}
      />
      <button type="submit" class="button button-primary">
        {t.save}
      </button>
    </DeskForm>
  );
};

const labelsOf = (c: DeskContext): Record<string, string> => {
  const t = inLanguage(savedAnswerWords, c.var.language);
  return { titel: t.name, tekst: t.text, sprog: t.language };
};

async function sendList(c: DeskContext, form = EMPTY, problems: Problems = {}): Promise<Response> {
  const { rt, staff, language } = c.var;
  const t = inLanguage(savedAnswerWords, language);
  const answers = await listSavedAnswers(rt, staff);
  const back = { href: '/desk/indbakke', text: conversationWords.back[language] };
  return sendNarrow(
    c,
    { title: t.title, section: 'inbox', back, problems, labels: labelsOf(c) },
    <>
      <p>{answers.length > 0 ? t.lead : `${t.empty} ${mayChange(c) ? t.emptyMake : ''}`}</p>
      {mayChange(c) ? null : <p class="form-hint">{t.only}</p>}
      <ul class="desk-list no-max-width">
        {answers.map(({ id, title, text }) => (
          <Item
            who={title}
            action={
              mayChange(c) ? (
                <a class="button button-secondary" href={`/desk/indbakke/svar/${id}`}>
                  {t.edit}
                  <span class="sr-only"> {title}</span>
                </a>
              ) : null
            }
          >
            <SmsText text={text} language={language} />
          </Item>
        ))}
      </ul>
      {mayChange(c) ? (
        <Section id="nyt" heading={t.make}>
          <AnswerFields c={c} action="/desk/indbakke/svar" form={form} problems={problems} />
        </Section>
      ) : null}
    </>,
  );
}

async function sendOne(
  c: DeskContext,
  id: string,
  typed?: AnswerForm & { seen: number },
  problems: Problems = {},
): Promise<Response> {
  const { rt, staff, language } = c.var;
  requireRight(staff, 'coordinate');
  const t = inLanguage(savedAnswerWords, language);
  const answer = await findSavedAnswer(rt, staff, id);
  const form = typed ?? { ...answer, seen: answer.changedAt };
  const back = { href: '/desk/indbakke/svar', text: t.title };
  return sendNarrow(
    c,
    { title: t.change, section: 'inbox', back, problems, labels: labelsOf(c) },
    <>
      <AnswerFields c={c} action={`/desk/indbakke/svar/${id}`} form={form} problems={problems} />
      <Section id="udgaar" heading={t.retire} hint={t.retireHint}>
        <Do c={c} action={`/desk/indbakke/svar/${id}/udgaar`}>
          {t.retire}
        </Do>
      </Section>
    </>,
  );
}

/** Keeps what the form says; what is wrong stands at its field. */
async function keep(c: DeskContext, id?: string): Promise<Response> {
  const { rt, staff, language } = c.var;
  const form = { ...formOf(c), seen: seenOf(c) };
  const outcome = await attempt(async () => {
    if (id === undefined) await keepSavedAnswer(rt, staff, form);
    else await changeSavedAnswer(rt, staff, id, form);
  });
  if ('value' in outcome) return c.redirect('/desk/indbakke/svar?gemt=savedAnswer', 303);
  const { code, detail = '' } = outcome.error;
  const field = ['titel', 'sprog'].includes(detail) ? detail : 'tekst';
  const sentence =
    code === 'template-wrong'
      ? savedAnswerWords.template[language]
      : code === 'text-confidential'
        ? sentenceOf(code, detail, language)
        : fieldSentence(code, language);
  const problems = { [field]: sentence };
  if (id === undefined) return sendList(c, formOf(c), problems);
  return sendOne(c, id, code === 'changed-meanwhile' ? undefined : form, problems);
}

/** Answers that are used again: seeing them, making, changing and retiring them. */
export const savedAnswerRoutes = new Hono<DeskEnv>();

savedAnswerRoutes.get('/indbakke/svar', (c) => sendList(c));
savedAnswerRoutes.post('/indbakke/svar', (c) => keep(c));
savedAnswerRoutes.get('/indbakke/svar/:id', (c) => sendOne(c, c.req.param('id')));
savedAnswerRoutes.post('/indbakke/svar/:id', (c) => keep(c, c.req.param('id')));

savedAnswerRoutes.post('/indbakke/svar/:id/udgaar', async (c) => {
  await retireSavedAnswer(c.var.rt, c.var.staff, c.req.param('id'));
  return c.redirect('/desk/indbakke/svar?gemt=retiredAnswer', 303);
});
