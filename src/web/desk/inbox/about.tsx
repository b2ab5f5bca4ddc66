// Beside a conversation: who it is with, who has it, until when it is put off, and putting it away.
import type { FC } from 'hono/jsx';
import type { OpenConversation } from '../../../services/inbox/open-conversation.ts';
import { firstSnoozeDay, snoozeUntil } from '../../../services/inbox/snooze-conversation.ts';
import { Select } from '../../layout/choose.tsx';
import { Field, only } from '../../layout/form.tsx';
import { telHref } from '../../layout/organisation.ts';
import { inLanguage } from '../../words/language.ts';
import { showInstant, showLength } from '../../words/when.ts';
import { BookLink } from '../appointments/appointment-parts.tsx';
import type { DeskContext } from '../frame/desk-env.ts';
import { Section, Who } from '../frame/lists.tsx';
import { DeskForm, Do, Facts, mayCare } from '../frame/parts.tsx';
import { conversationWords } from './conversation-words.ts';

type Props = {
  c: DeskContext;
  talk: OpenConversation;
  colleagues: readonly { id: string; name: string }[];
  /** What was wrong with the date. */
  dateError?: string | undefined;
};

const State: FC<Pick<Props, 'c' | 'talk'>> = ({ c, talk }) => {
  const { language, rt } = c.var;
  const t = inLanguage(conversationWords, language);
  return (
    <Facts
      rows={[
        [
          talk.party.relativeId ? t.relative : t.readers,
          talk.people.length > 0
            ? talk.people.map((person, i) => (
                <>
                  {i > 0 ? ', ' : ''}
                  <Who id={person.id} name={person.name} from="reply" c={c} />
                </>
              ))
            : null,
        ],
        [t.number, talk.number && <a href={telHref(talk.number)}>{talk.number}</a>],
        [t.waited, talk.waitedMs === undefined ? null : showLength(talk.waitedMs, language)],
        [t.has, talk.assignedName ?? t.nobody],
        [t.snoozed, talk.snoozedUntil ? showInstant(talk.snoozedUntil, rt.now(), language) : null],
      ]}
    />
  );
};

const Assign: FC<Props> = ({ c, talk, colleagues }) => {
  const { language, staff } = c.var;
  const t = inLanguage(conversationWords, language);
  const action = `/desk/indbakke/${talk.id}/tildel`;
  const known = colleagues.some(({ id }) => id === talk.assignedTo);
  return (
    <>
      <DeskForm c={c} action={action}>
        <Select
          name="hvem"
          label={t.assign}
          language={language}
          value={known ? (talk.assignedTo ?? '') : ''}
          options={[['', t.nobody], ...colleagues.map(({ id, name }) => [id, name] as const)]}
        />
        <button type="submit" class="button button-secondary">
          {t.assignGo}
        </button>
      </DeskForm>
      {talk.assignedTo === staff.id ? null : (
        <Do c={c} action={action} name="hvem" value={staff.id}>
          {t.mine}
        </Do>
      )}
    </>
  );
};

const Snooze: FC<Props> = ({ c, talk, dateError }) => {
  const { language, rt } = c.var;
  const t = inLanguage(conversationWords, language);
  const action = `/desk/indbakke/${talk.id}/udsaet`;
  if (talk.snoozedUntil)
    return (
      <Do c={c} action={action} name="til" value="">
        {t.wake}
      </Do>
    );
  const choices = [
    ['eftermiddag', t.afternoon],
    ['morgen', t.tomorrow],
    ['mandag', t.monday],
    ['dato', t.date],
  ] as const;
  return (
    <DeskForm c={c} action={action}>
      <Select
        name="til"
        label={t.snooze}
        hint={t.snoozeHint}
        language={language}
        value={dateError ? 'dato' : ''}
        options={choices.filter(([key]) => key !== 'eftermiddag' || snoozeUntil(key, rt.now()) !== undefined)}
      />
      <Field
        name="dato"
        type="date"
        label={t.onDate}
        hint={t.dateHint}
        language={language}
        value={firstSnoozeDay(rt.now())}
        optional
        width="s"
        {...only({ error: dateError })}
      />
      <button type="submit" class="button button-secondary">
        {t.snoozeGo}
      </button>
    </DeskForm>
  );
};

const Done: FC<Pick<Props, 'c' | 'talk'>> = ({ c, talk }) => {
  const t = inLanguage(conversationWords, c.var.language);
  if (talk.waiting > 0)
    return (
      <DeskForm c={c} action={`/desk/indbakke/${talk.id}/luk`} class="desk-do" id="luk-form">
        <button type="submit" class="button button-secondary">
          {t.done}
        </button>
      </DeskForm>
    );
  return (
    <>
      <p>{t.doneNow}</p>
      {talk.mayReopen ? (
        <Do c={c} action={`/desk/indbakke/${talk.id}/genaabn`}>
          {t.reopen}
        </Do>
      ) : null}
    </>
  );
};

/** Booking for whom the conversation is with, each by name where several share the number. */
const Book: FC<Pick<Props, 'c' | 'talk'>> = ({ c, talk }) => (
  <div class="desk-buttons d-print-none">
    {talk.people.map(({ id, name }) => (
      <BookLink c={c} relativeId={id} talk={talk.id}>
        {talk.people.length > 1 ? `: ${name}` : null}
      </BookLink>
    ))}
  </div>
);

/** The column beside what was said. */
export const About: FC<Props> = (props) => (
  <Section id="om" heading={conversationWords.state[props.c.var.language]}>
    <State {...props} />
    <Done {...props} />
    {mayCare(props.c) ? (
      <>
        <Book {...props} />
        <Assign {...props} />
        {props.talk.waiting > 0 || props.talk.snoozedUntil ? <Snooze {...props} /> : null}
      </>
    ) : null}
  </Section>
);
