import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import {
  listSenderNames,
  MOST_SENDER_COUNTED,
  renameSender,
  type SendersView,
  type SenderView,
  showSenders,
  startSender,
} from '../../../services/settings/senders.ts';
import { Field, only } from '../../layout/form.tsx';
import { fill } from '../../words/fill.ts';
import { inLanguage, type Language } from '../../words/language.ts';
import { showInstant } from '../../words/when.ts';
import { commonWords } from '../frame/common-words.ts';
import type { DeskContext, DeskEnv } from '../frame/desk-env.ts';
import { Item, Section } from '../frame/lists.tsx';
import { Badge, DeskForm, Do, Facts } from '../frame/parts.tsx';
import { attempt, fieldSentence, type Problems } from '../frame/problems.tsx';
import { Seen, seenOf } from '../frame/seen.tsx';
import { sendersWords } from './senders-words.ts';
import { sendSettings } from './settings.tsx';
import { settingsWords } from './settings-words.ts';

/** A count as people read it; at the bound it is not known further. */
export const senderCount = (n: number, language: Language): string => {
  const text = n.toLocaleString(language === 'da' ? 'da-DK' : 'en-GB');
  return n >= MOST_SENDER_COUNTED ? fill(sendersWords.most[language], { n: text }) : text;
};

const paceText = ({ segmentsPerSecond: n, concurrency: posts }: SendersView, language: Language): string =>
  fill(sendersWords[n > 0 ? 'paced' : 'unpaced'][language], { n, posts });

const Sender: FC<{ c: DeskContext; view: SendersView; sender: SenderView }> = ({ c, view, sender }) => {
  const { rt, language } = c.var;
  const t = inLanguage(sendersWords, language);
  const { stopped, counts, address } = sender;
  const count = (name: keyof typeof counts): [string, string] => [
    t[name],
    senderCount(counts[name], language),
  ];
  const at = `/desk/indstillinger/afsendere/${sender.sender}`;
  return (
    <Section id={`afsender-${sender.sender}`} heading={t[`${sender.sender}Title`]}>
      <p>
        <Badge tone={stopped ? 'error' : 'success'}>{stopped ? t.stopped : t.running}</Badge>{' '}
        {stopped
          ? fill(t.stoppedSince, { at: showInstant(stopped.at, rt.clock(), language), by: stopped.by })
          : null}
      </p>
      <p>{t[`${sender.sender}Use`]}</p>
      <Facts
        rows={[
          [t.address, address || t.unset],
          [t.pace, paceText(view, language)],
          ...(['due', 'putOff', 'later', 'left', 'unknown'] as const).map(count),
        ]}
      />
      {stopped ? (
        <Do c={c} action={`${at}/start`} variant="primary" about={t[`${sender.sender}Title`]}>
          {t.startOne}
        </Do>
      ) : (
        <p>
          <a class="button button-secondary" href={`${at}/stop`}>
            {t.stopOne}
            <span class="sr-only"> {t[`${sender.sender}Title`]}</span>
          </a>
        </p>
      )}
    </Section>
  );
};

type Names = Awaited<ReturnType<typeof listSenderNames>>;

const NameForm: FC<{ c: DeskContext; view: SendersView; value: string; problems: Problems }> = (props) => {
  const { c, view, value, problems } = props;
  const { language } = c.var;
  const t = inLanguage(sendersWords, language);
  return (
    <DeskForm c={c} action="/desk/indstillinger/afsendere/navn">
      <Seen view={view} />
      <Field
        name="name"
        label={t.name}
        hint={fill(t.nameHint, { name: view.byDefault.name || t.unset })}
        value={value}
        maxlength={20}
        width="m"
        autocomplete="off"
        optional
        language={language}
        {...only({ error: problems.name })}
      />
      <p>{t.nameEffect}</p>
      <button type="submit" class="button button-primary">
        {commonWords.save[language]}
      </button>
    </DeskForm>
  );
};

const Earlier: FC<{ c: DeskContext; names: Names }> = ({ c, names }) => {
  const { rt, language } = c.var;
  return (
    <Section id="versioner" heading={settingsWords.versions[language]} empty={names.length === 0}>
      <ul class="desk-list no-max-width">
        {names.map(({ version, text, at, by }) => (
          <Item
            who={fill(settingsWords.version[language], { n: version })}
            meta={
              <span>
                {showInstant(at, rt.now(), language)}, {by}
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

async function sendSenders(c: DeskContext, value?: string, problems: Problems = {}): Promise<Response> {
  const { rt, staff, language } = c.var;
  const view = await showSenders(rt, staff);
  const names = await listSenderNames(rt, staff);
  const t = inLanguage(sendersWords, language);
  return sendSettings(
    c,
    { title: t.title, problems, labels: t },
    <>
      <p>{t.lead}</p>
      {view.senders.every(({ stopped }) => stopped) ? null : (
        <Section id="alle" heading={t.allHeading} hint={t.allText}>
          <p>
            <a class="button button-warning" href="/desk/indstillinger/afsendere/alle/stop">
              {t.stopAll}
            </a>
          </p>
        </Section>
      )}
      {view.senders.map((sender) => (
        <Sender {...{ c, view, sender }} />
      ))}
      <Section id="navn" heading={t.nameHeading}>
        <NameForm {...{ c, view, problems }} value={value ?? view.own ?? ''} />
        <p class="form-hint">{t.numberFixed}</p>
      </Section>
      <Earlier c={c} names={names} />
    </>,
  );
}

/** Both senders, the name of one of them, and the way to stop and start them. */
export const sendersRoutes = new Hono<DeskEnv>();

sendersRoutes.get('/indstillinger/afsendere', (c) => sendSenders(c));

sendersRoutes.post('/indstillinger/afsendere/navn', async (c) => {
  const { rt, staff, form, language } = c.var;
  const name = form.get('name') ?? '';
  const outcome = await attempt(() => renameSender(rt, staff, { seen: seenOf(c), name }));
  if ('value' in outcome) return c.redirect('/desk/indstillinger/afsendere?gemt=settings', 303);
  return sendSenders(c, name, { name: fieldSentence(outcome.error.code, language) });
});

sendersRoutes.post('/indstillinger/afsendere/:id/start', async (c) => {
  const outcome = await attempt(() => startSender(c.var.rt, c.var.staff, c.req.param('id')));
  if ('error' in outcome && outcome.error.code !== 'already-done') throw outcome.error;
  return c.redirect('/desk/indstillinger/afsendere?gemt=senderStarted', 303);
});
