// What happened in a journey, turn by turn: the input as heading, its consequences below, the messages with their words.
import type { FC } from 'hono/jsx';
import type { TurnView } from '../../../services/journeys/show-journey.ts';
import type { MessageLine } from '../../../services/relatives/show-relative.ts';
import { dateSentences, factSentence, type Telling } from '../../telling/fact-sentence.ts';
import { fill } from '../../words/fill.ts';
import { inLanguage } from '../../words/language.ts';
import { channelWords } from '../../words/message-words.ts';
import { showInstant } from '../../words/when.ts';
import { Badge, MessageBody } from '../frame/parts.tsx';
import { journeyWords } from './journey-words.ts';

type Clock = Pick<Telling, 'now' | 'language'>;

/** When a message was due, sent and delivered. */
const Times: FC<{ telling: Clock; message: MessageLine }> = ({ message, telling: { language, now } }) => {
  const t = inLanguage(journeyWords, language);
  const said = [
    message.sentAt ? fill(t.sentAt, { when: showInstant(message.sentAt, now, language) }) : undefined,
    message.deliveredAt
      ? fill(t.deliveredAt, { when: showInstant(message.deliveredAt, now, language) })
      : undefined,
  ].filter((text) => text !== undefined);
  const text =
    said.length > 0 ? said.join(', ') : fill(t.dueAt, { when: showInstant(message.dueAt, now, language) });
  return (
    <p class="desk-meta">
      <Badge>
        {channelWords[message.channel as keyof typeof channelWords]?.[language] ?? message.channel}
      </Badge>
      <span>{text}</span>
    </p>
  );
};

/** One message of a timeline; `why` leads to what led to it. */
export const TimelineMessage: FC<{ telling: Clock; message: MessageLine; why?: string }> = ({
  message,
  telling,
  why,
}) => (
  <div class="desk-message">
    <Times message={message} telling={telling} />
    <MessageBody message={message} language={telling.language} />
    {why ? (
      <p class="d-print-none">
        <a href={why}>
          {journeyWords.why[telling.language]}
          <span class="sr-only"> {message.textKey}</span>
        </a>
      </p>
    ) : null}
  </div>
);

/** One turn: what happened at this moment and what came of it. */
export const Turn: FC<{ telling: Telling; turn: TurnView; why?: (message: MessageLine) => string }> = ({
  turn,
  telling,
  why,
}) => {
  const [input, ...outcomes] = turn.facts;
  const { language, now } = telling;
  const sentences = [
    ...(input ? dateSentences(input, telling) : []),
    ...outcomes.map((fact) => factSentence(fact, telling)).filter((text) => text !== undefined),
  ];
  return (
    <li class="desk-turn">
      <p class="desk-meta">{input ? showInstant(input.at, now, language) : ''}</p>
      <h3>{input ? factSentence(input, telling) : ''}</h3>
      {sentences.length > 0 ? (
        <ul>
          {sentences.map((text) => (
            <li>{text}</li>
          ))}
        </ul>
      ) : null}
      {turn.messages.map((message) => (
        <TimelineMessage message={message} telling={telling} {...(why ? { why: why(message) } : {})} />
      ))}
    </li>
  );
};
