import type { FC } from 'hono/jsx';
import type { Explained } from '../../../services/journeys/explain-message.ts';
import { stepsOf } from '../../../services/journeys/show-journey.ts';
import { BackLink } from '../../pages/parts.tsx';
import type { Telling } from '../../telling/fact-sentence.ts';
import { fill } from '../../words/fill.ts';
import { inLanguage } from '../../words/language.ts';
import { tellingWords } from '../../words/message-words.ts';
import { showInstant } from '../../words/when.ts';
import { commonWords } from '../frame/common-words.ts';
import type { DeskContext } from '../frame/desk-env.ts';
import { Section } from '../frame/lists.tsx';
import { Facts } from '../frame/parts.tsx';
import { checkedWords, journeyWords, whyWords } from './journey-words.ts';
import { ruleOfMessage } from './message-rule.ts';
import { TimelineMessage, Turn } from './timeline.tsx';

type Props = { c: DeskContext; relativeId: string; explained: Explained };

/** A message no journey composed: a person's own words, or the house's receipt. */
const NoJourney: FC<Props> = ({ c, explained: { message, staffNames } }) => {
  const { language } = c.var;
  const t = inLanguage(whyWords, language);
  const name = (message.createdBy && staffNames.get(message.createdBy)) ?? tellingWords.someone[language];
  return (
    <p>
      {message.purpose === 'staff' ? fill(t.byStaff, { name }) : fill(t.receipt, { text: message.textKey })}
    </p>
  );
};

const Rule: FC<Props> = ({ c, explained: { message, journey } }) => {
  const { language } = c.var;
  const t = inLanguage(whyWords, language);
  if (!journey) return null;
  const { flow, turns } = journey;
  const step = stepsOf(flow).get(message.step ?? '');
  const facts = turns.find(({ version }) => version === message.turn)?.facts ?? [];
  const rule = step && ruleOfMessage({ step, key: message.textKey, facts, flow }, language);
  return (
    <Section id="regel" heading={t.rule}>
      <Facts
        rows={[
          [
            t.says,
            rule && (
              <>
                {rule.sentences.join(' ')}
                {rule.source ? (
                  <>
                    <br />
                    <code lang="en">{rule.source}</code>
                  </>
                ) : null}
              </>
            ),
          ],
          [t.step, message.step],
          [t.text, message.textKey],
          [t.version, flow.title],
        ]}
      />
    </Section>
  );
};

/** What was looked at when the SMS left. */
const Left: FC<Props> = ({ c, explained: { left } }) => {
  const { language, rt } = c.var;
  const t = inLanguage(whyWords, language);
  if (!left) return null;
  return (
    <Section id="tjekket" heading={t.checked}>
      <p>{fill(t.checkedAt, { when: showInstant(left.at, rt.now(), language) })}</p>
      <ul>
        {left.checked.map((name) => (
          <li>{checkedWords[name][language]}</li>
        ))}
      </ul>
    </Section>
  );
};

/** Why a message was written: the message, what led to it, and the rule of the flow. */
export const Why: FC<Props> = (props) => {
  const { c, relativeId, explained } = props;
  const { language, rt } = c.var;
  const t = inLanguage(whyWords, language);
  const { message, journey, because, staffNames } = explained;
  const flow = journey?.flow;
  const telling: Telling | undefined = flow && { flow, staffNames, now: rt.now(), language };
  return (
    <div class="desk-narrow">
      <BackLink
        href={
          journey
            ? `/desk/paaroerende/${relativeId}/forloeb/${journey.id}`
            : `/desk/paaroerende/${relativeId}`
        }
      >
        {journey ? journeyWords.toJourney[language] : commonWords.back[language]}
      </BackLink>
      <h1>{t.title}</h1>
      <Section id="besked" heading={t.message}>
        <TimelineMessage message={message} telling={{ now: rt.now(), language }} />
      </Section>
      {telling ? (
        <Section id="fordi" heading={t.because} hint={t.becauseHint}>
          <ol class="desk-timeline no-max-width">
            {because.map((turn) => (
              <Turn turn={turn} telling={telling} />
            ))}
          </ol>
        </Section>
      ) : (
        <NoJourney {...props} />
      )}
      <Rule {...props} />
      <Left {...props} />
    </div>
  );
};
