// The steps of enrolling before anything is decided: the flow, its dates, and what to think of.
import type { FC } from 'hono/jsx';
import type { Anchor, Flow } from '../../../journey/flow/flow.ts';
import type { EventChoice } from '../../../services/journeys/begin-events.ts';
import type { Warnings } from '../../../services/journeys/enrol-relative.ts';
import { Alert } from '../../layout/alert.tsx';
import { Select } from '../../layout/choose.tsx';
import { Field } from '../../layout/form.tsx';
import { languageWords } from '../../words/choices.ts';
import { fill } from '../../words/fill.ts';
import { inLanguage } from '../../words/language.ts';
import { wordOf } from '../../words/lookup.ts';
import { showAnchor, showInstant } from '../../words/when.ts';
import type { DeskContext } from '../frame/desk-env.ts';
import { enrolWords } from './enrol-words.ts';

/** The relative who is enrolled. */
export type Who = { id: string; name: string };

/** Which flow. */
export const ChooseFlow: FC<{ c: DeskContext; action: string; flows: { name: string; title: string }[] }> = ({
  c,
  action,
  flows,
}) => {
  const { language } = c.var;
  const t = inLanguage(enrolWords, language);
  if (flows.length === 0) return <p>{t.noFlows}</p>;
  return (
    <form method="get" action={action} class="desk-form">
      <Select
        name="flow"
        label={t.flow}
        language={language}
        value=""
        options={flows.map(({ name, title }) => [name, title])}
      />
      <button type="submit" class="button button-primary">
        {t.on}
      </button>
    </form>
  );
};

/** Which arrangement: those that are open. */
const EventField: FC<{
  c: DeskContext;
  name: string;
  anchor: Anchor;
  value: string;
  events: EventChoice[];
}> = ({ c, name, anchor, value, events }) => {
  const { language, rt } = c.var;
  const t = inLanguage(enrolWords, language);
  if (events.length === 0) return <p>{t.noEvents}</p>;
  return (
    <Select
      name={`arrangement-${name}`}
      label={anchor.title}
      language={language}
      value={value}
      options={[
        ['', t.chooseEvent],
        ...events.map(
          ({ id, title, startsAt }) =>
            [id, `${title}, ${showInstant(startsAt, rt.now(), language)}`] as const,
        ),
      ]}
    />
  );
};

const AnchorFields: FC<{ c: DeskContext; name: string; anchor: Anchor; value: string }> = (props) => {
  const { language } = props.c.var;
  const t = inLanguage(enrolWords, language);
  const [date = '', time = ''] = props.value.split('T');
  const label = (wording: string): string =>
    props.anchor.time ? fill(wording, { anchor: props.anchor.title }) : props.anchor.title;
  return (
    <div class="desk-anchor">
      <Field
        name={`dato-${props.name}`}
        type="date"
        label={label(t.date)}
        value={date}
        language={language}
        width="m"
      />
      {props.anchor.time ? (
        <Field
          name={`tid-${props.name}`}
          type="time"
          label={label(t.time)}
          value={time}
          language={language}
          width="s"
        />
      ) : null}
    </div>
  );
};

/** The dates the journey is planned around. */
export const Dates: FC<{
  c: DeskContext;
  action: string;
  flow: Flow;
  anchors: Record<string, string>;
  /** The arrangements to choose from. */
  events: EventChoice[];
  /** The language of the one who is enrolled; with several to choose from it is asked for. */
  spoken?: string;
}> = (props) => {
  const { c, action, flow, anchors } = props;
  const { language } = c.var;
  const t = inLanguage(enrolWords, language);
  return (
    <form method="get" action={action} class="desk-form" novalidate>
      <input type="hidden" name="flow" value={flow.name} />
      <input type="hidden" name="vis" value="plan" />
      <fieldset hidden={Object.keys(flow.anchors).length === 0}>
        <legend class="h3">{t.dates}</legend>
        {Object.entries(flow.anchors).map(([name, anchor]) =>
          anchor.event ? (
            <EventField c={c} name={name} anchor={anchor} value={anchors[name] ?? ''} events={props.events} />
          ) : (
            <AnchorFields c={c} name={name} anchor={anchor} value={anchors[name] ?? ''} />
          ),
        )}
      </fieldset>
      {props.spoken && flow.languages.length > 1 ? (
        <Select
          name="beskedsprog"
          label={t.language}
          hint={t.languageHint}
          language={language}
          value={flow.languages.includes(props.spoken) ? props.spoken : (flow.languages[0] ?? '')}
          options={flow.languages.map((one) => [one, wordOf(languageWords, one, language)])}
        />
      ) : null}
      <button type="submit" class="button button-secondary">
        {t.preview}
      </button>
    </form>
  );
};

/** The dates that were looked at, for the form that does it. */
export const HiddenDates: FC<{ flow: Flow; anchors: Record<string, string> }> = ({ flow, anchors }) => (
  <>
    {Object.entries(anchors).map(([name, value]) => {
      if (flow.anchors[name]?.event)
        return <input type="hidden" name={`arrangement-${name}`} value={value} />;
      const [date = '', time] = value.split('T');
      return (
        <>
          <input type="hidden" name={`dato-${name}`} value={date} />
          {time === undefined ? null : <input type="hidden" name={`tid-${name}`} value={time} />}
        </>
      );
    })}
  </>
);

/** Dates that have passed. */
export const Past: FC<{ c: DeskContext; past: Warnings['past'] }> = ({ c, past }) => {
  const { language } = c.var;
  const t = inLanguage(enrolWords, language);
  const dates = past.map(({ title, value }) => `${title}, ${showAnchor(value, language)}`).join('; ');
  return past.length === 0 ? null : (
    <Alert variant="warning" heading={t.pastHeading} language={language}>
      {fill(t.past, { dates })}
    </Alert>
  );
};

/** Warnings before the button. */
export const Concerns: FC<{ c: DeskContext; who: Who; warnings: Warnings }> = ({ c, who, warnings }) => {
  const { language } = c.var;
  const t = inLanguage(enrolWords, language);
  const names = warnings.apart.map(({ name }) => name).join(', ');
  return (
    <>
      <Past c={c} past={warnings.past} />
      {warnings.apart.length > 0 ? (
        <Alert variant="warning" heading={t.apartHeading} language={language}>
          {fill(t.apart, { names })}
        </Alert>
      ) : null}
      {warnings.pinMissing ? (
        <Alert variant="warning" heading={t.pinHeading} language={language}>
          {fill(t.pin, { name: who.name })} <a href={`/desk/paaroerende/${who.id}#pin`}>{who.name}</a>
        </Alert>
      ) : null}
    </>
  );
};
