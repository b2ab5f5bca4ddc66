// What an enrolment would send, path by path.
import type { FC } from 'hono/jsx';
import type { PlannedMessage, PlannedPath, Preview } from '../../../services/journeys/preview-journey.ts';
import { languageWords } from '../../words/choices.ts';
import { fill } from '../../words/fill.ts';
import { inLanguage, type Language } from '../../words/language.ts';
import { wordOf } from '../../words/lookup.ts';
import { channelWords } from '../../words/message-words.ts';
import { showDate, showInstant } from '../../words/when.ts';
import { Item } from '../frame/lists.tsx';
import { Badge, SmsText, segmentsText } from '../frame/parts.tsx';
import { hoursWords } from '../relatives/hours-words.ts';
import { enrolWords } from './enrol-words.ts';

type Props = { now: number; language: Language };

const Planned: FC<Props & { message: PlannedMessage; dayLimit: number | undefined }> = (props) => {
  const { message, dayLimit, now, language } = props;
  const t = inLanguage(enrolWords, language);
  const { at, channel, sender, text, segments, movedFrom, outsideHours, putOffUntil } = message;
  return (
    <Item
      who={showInstant(at, now, language)}
      meta={
        <>
          <Badge>{channelWords[channel][language]}</Badge>
          {channel === 'sms' ? (
            <>
              <span>{segmentsText(segments, language)}</span>
              <span>{sender === 'name' ? t.fromName : t.fromNumber}</span>
            </>
          ) : null}
        </>
      }
    >
      <SmsText text={text} language={language} />
      {movedFrom === undefined ? null : (
        <p class="form-hint">{fill(t.movedFrom, { when: showInstant(movedFrom, now, language) })}</p>
      )}
      {putOffUntil === undefined ? null : (
        <p class="form-hint">
          {fill(t.putOff, { until: showDate(putOffUntil, now, language), limit: dayLimit ?? '' })}
        </p>
      )}
      {outsideHours ? <p class="form-hint">{t.outsideHours}</p> : null}
    </Item>
  );
};

const LeftOut: FC<Props & { path: PlannedPath }> = ({ path: { leftOut }, now, language }) => {
  const t = inLanguage(enrolWords, language);
  return leftOut.length === 0 ? null : (
    <>
      <h4>{t.leftOut}</h4>
      <ul>
        {leftOut.map(({ step, dueAt }) => (
          <li>{fill(t.late, { step, when: showInstant(dueAt, now, language) })}</li>
        ))}
      </ul>
    </>
  );
};

type PathProps = Props & { path: PlannedPath; name: string; open: boolean; dayLimit: number | undefined };

const Path: FC<PathProps> = ({ path, name, open, dayLimit, now, language }) => {
  const t = inLanguage(enrolWords, language);
  const n = path.messages.length;
  const segments = path.messages
    .filter(({ channel }) => channel === 'sms')
    .reduce((sum, message) => sum + message.segments, 0);
  return (
    <details class="desk-path" open={open}>
      <summary>
        <h3>{fill(t[path.name], { name })}</h3>
        <span>{fill(n === 1 ? t.countOne : t.count, { n, segments: segmentsText(segments, language) })}</span>
      </summary>
      {path.messages.length === 0 ? <p>{t.nothing}</p> : null}
      <ul class="desk-list no-max-width">
        {path.messages.map((message) => (
          <Planned message={message} dayLimit={dayLimit} now={now} language={language} />
        ))}
      </ul>
      <LeftOut path={path} now={now} language={language} />
      {path.ends ? (
        <p>{fill(t.ends, { when: showInstant(path.ends.at, now, language), reason: path.ends.reason })}</p>
      ) : null}
    </details>
  );
};

/** Every planned message by how the relative answers, with date, words and length, and what is left out and why. */
export const Plan: FC<Props & { preview: Preview; name: string; id?: string }> = (props) => {
  const { preview, name, now, language, id } = props;
  const spoken = preview.language;
  const t = inLanguage(enrolWords, language);
  const heading = id ? `plan-${id}` : 'plan';
  return (
    <section aria-labelledby={heading} class="desk-section">
      <h2 id={heading}>{t.planned}</h2>
      <p class="form-hint">{t.plannedHint}</p>
      {spoken && spoken.used !== spoken.wanted ? (
        <p>
          {fill(t.noLanguage, {
            wanted: wordOf(languageWords, spoken.wanted, language).toLowerCase(),
            used: wordOf(languageWords, spoken.used, language).toLowerCase(),
          })}
        </p>
      ) : null}
      {preview.hours ? <p>{fill(t.byHours, hoursWords(preview.hours))}</p> : null}
      {preview.channel === 'ring' ? <p>{t.byRing}</p> : null}
      {preview.channel === 'brev' ? <p>{t.byLetter}</p> : null}
      {preview.paths.map((path, i) => (
        <Path {...{ path, name, now, language }} open={i === 0} dayLimit={preview.dayLimit} />
      ))}
    </section>
  );
};
