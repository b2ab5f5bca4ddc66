// Conversations and hand-overs as other pages show them, and the four figures.
import type { FC } from 'hono/jsx';
import { countFigures } from '../../../services/contacts/count-figures.ts';
import { listHandOvers } from '../../../services/contacts/hand-overs.ts';
import type { ContactLine } from '../../../services/contacts/list-contacts.ts';
import { figureWords } from '../../telling/figure-words.ts';
import { fill } from '../../words/fill.ts';
import { inLanguage } from '../../words/language.ts';
import { wordOf } from '../../words/lookup.ts';
import { showDay } from '../../words/when.ts';
import type { DeskContext } from '../frame/desk-env.ts';
import { Item, Section, Who } from '../frame/lists.tsx';
import { Badge, mayCare } from '../frame/parts.tsx';
import { choiceWords, contactWords } from './contact-words.ts';

/** The conversations with one relative, on their page. */
export const ContactsOf: FC<{ c: DeskContext; id: string; lines: readonly ContactLine[] }> = ({
  c,
  id,
  lines,
}) => {
  const { language } = c.var;
  const t = inLanguage(contactWords, language);
  const word = (value: string): string => wordOf(choiceWords, value, language);
  return (
    <Section id="samtaler" heading={t.title}>
      {lines.length === 0 ? <p>{t.none}</p> : null}
      <ul class="desk-list no-max-width">
        {lines.map((line) => (
          <Item
            who={
              <a href={`/desk/samtaler/${line.id}`}>
                {word(line.kind)}, {showDay(line.at, language)}
              </a>
            }
            meta={
              <>
                <span>{fill(t.lasts, { n: line.minutes })}</span>
                <span>{word(line.level)}</span>
                <span>{word(line.place)}</span>
                <span>{line.advisor}</span>
                {line.followUp === 'overdraget' && line.confirmedAt === null ? (
                  <Badge tone="warning">{t.openHandOver}</Badge>
                ) : null}
              </>
            }
          >
            {line.themes.length > 0 ? <p>{line.themes.map(word).join(', ')}</p> : null}
          </Item>
        ))}
      </ul>
      {mayCare(c) ? (
        <div class="desk-buttons d-print-none">
          <a class="button button-secondary" href={`/desk/paaroerende/${id}/samtale`}>
            {t.newTitle}
          </a>
        </div>
      ) : null}
    </Section>
  );
};

/** Hand-overs nobody has confirmed, for the overview. */
export async function handOverSection(c: DeskContext) {
  const { rt, staff, language } = c.var;
  const t = inLanguage(contactWords, language);
  const open = await listHandOvers(rt, staff, 20);
  return (
    <Section id="overdraget" heading={t.handOvers} hint={t.handOversHint} empty={open.length === 0}>
      <ul class="desk-list no-max-width">
        {open.map(({ id, at, handedTo, advisor, relatives }) => (
          <Item
            who={relatives.map(({ id: who, name }, n) => (
              <>
                {n > 0 ? ', ' : ''}
                <Who id={who} name={name} from="overview" c={c} />
              </>
            ))}
            meta={advisor}
            action={
              <a href={`/desk/samtaler/${id}`}>
                {t.open}
                <span class="sr-only"> {relatives[0]?.name}</span>
              </a>
            }
          >
            <p>{fill(t.handedOn, { to: handedTo, when: showDay(at, language) })}</p>
          </Item>
        ))}
      </ul>
    </Section>
  );
}

/** The four figures with what they count, for the overview. */
export async function figuresSection(c: DeskContext) {
  const { rt, staff, language } = c.var;
  const t = inLanguage(figureWords, language);
  const figures = await countFigures(rt, staff);
  const rows = [
    [t.events, figures.announced, t.eventsMeans],
    [t.staffConversations, figures.staffConversations, t.staffConversationsMeans],
    [t.conversations, figures.conversations, t.conversationsMeans],
    [t.relatives, figures.relatives, t.relativesMeans],
  ];
  return (
    <Section id="tal" heading={fill(t.heading, { year: figures.year })} hint={t.hint}>
      <dl class="desk-figures">
        {rows.map(([name, count, means]) => (
          <div>
            <dt>{name}</dt>
            <dd>
              <span class="desk-figure">{count}</span>
              <span class="form-hint">{means}</span>
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
