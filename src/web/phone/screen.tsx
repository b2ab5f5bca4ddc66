// What stands on the screen of one phone: the part that changes while one looks.
import type { FC } from 'hono/jsx';
import type { PhoneBehaviour, PhoneSms } from '../../gateways/phone/phone.ts';
import { formatTime, isoDate } from '../../journey/time/format.ts';
import type { WebContext } from '../env.ts';
import { CsrfField } from '../layout/form.tsx';
import { fill } from '../words/fill.ts';
import { inLanguage, type Language } from '../words/language.ts';
import { showDate } from '../words/when.ts';
import { phonePath, showSender } from './number-path.ts';
import type { Phones } from './phone-env.ts';
import { SmsText } from './sms-text.tsx';
import { behaviourWords, fromPhoneWords, phoneWords, toPhoneWords } from './words.ts';

export type ScreenProps = {
  number: string;
  behaviour: PhoneBehaviour;
  unread: number;
  conversation: readonly PhoneSms[];
  now: number;
  publicUrl: string;
  language: Language;
  csrf: string;
};

/** What the screen of a phone shows now. */
export function screenOf(c: WebContext, { network }: Phones, number: string): ScreenProps {
  const summary = network.listPhones().find((phone) => phone.number === number);
  const { rt, language, csrf } = c.var;
  return {
    number,
    behaviour: summary?.behaviour ?? 'normal',
    unread: summary?.unread ?? 0,
    conversation: network.conversation(number),
    now: rt.now(),
    publicUrl: rt.config.publicUrl,
    language,
    csrf,
  };
}

const Bubble: FC<{ sms: PhoneSms; publicUrl: string; language: Language }> = ({
  sms,
  publicUrl,
  language,
}) => {
  const t = inLanguage(phoneWords, language);
  const mine = sms.direction === 'fromPhone';
  const status = (mine ? fromPhoneWords : toPhoneWords)[sms.status][language];
  const lost = sms.status === 'undelivered' || sms.status === 'failed';
  const sender = mine ? t.you : fill(t.from, { sender: showSender(sms.from) });
  const note = mine || sms.from.startsWith('+') ? '' : ` (${t.cannotReply})`;
  return (
    <li
      id={`sms-${sms.id}`}
      class={`phone-sms ${mine ? 'phone-sms-mine' : ''} ${lost ? 'phone-sms-lost' : ''}`}
    >
      <p class="phone-meta">
        {sender}
        {note}
      </p>
      <SmsText {...{ text: sms.text, publicUrl, language }} />
      <p class="phone-meta">
        <time datetime={new Date(sms.at).toISOString()}>{formatTime(sms.at, language)}</time>, {status}
      </p>
    </li>
  );
};

/** Tells the network that the phone was looked at: by itself where scripts run, by a button elsewhere. A new SMS makes a new form. */
const MarkRead: FC<Pick<ScreenProps, 'number' | 'conversation' | 'language' | 'csrf'>> = (props) => {
  const action = `${phonePath(props.number)}/laest`;
  return (
    <form
      id={`read-${props.conversation.at(-1)?.id ?? 'none'}`}
      class="phone-read"
      method="post"
      action={action}
      hx-post={action}
      hx-trigger="load"
      hx-swap="none"
    >
      <CsrfField token={props.csrf} />
      <button type="submit" class="button button-tertiary">
        {phoneWords.markRead[props.language]}
      </button>
    </form>
  );
};

const Talk: FC<ScreenProps> = ({ conversation, language, now, publicUrl }) => (
  <div class="phone-talk">
    {conversation.length === 0 ? <p class="phone-empty">{phoneWords.emptyTalk[language]}</p> : null}
    {[...Map.groupBy(conversation, (sms) => isoDate(sms.at))].map(([day, messages]) => (
      <section id={`day-${day}`}>
        <h2 class="phone-day">{showDate(messages[0]?.at ?? now, now, language)}</h2>
        <ol class="phone-messages">
          {messages.map((sms) => (
            <Bubble {...{ sms, publicUrl, language }} />
          ))}
        </ol>
      </section>
    ))}
  </div>
);

/** The screen of one phone, with a heading for each day; the newest SMS is in sight without any script. */
export const Screen: FC<ScreenProps> = (props) => {
  const { language, behaviour } = props;
  return (
    <>
      <p class="phone-bar">
        <span>{showSender(props.number)}</span>
        <span role="status">{behaviour === 'normal' ? '' : behaviourWords[behaviour][language]}</span>
      </p>
      <div
        id="samtale"
        class="phone-scroll"
        role="log"
        aria-label={phoneWords.conversation[language]}
        tabindex={0}
      >
        <Talk {...props} />
      </div>
      {props.unread > 0 ? <MarkRead {...props} /> : null}
    </>
  );
};
